package org.kennelcache.config;

import java.time.Duration;

/**
 * The connections to one server.
 *
 * @param size the largest number of them, 1 or more
 * @param timeout how long to wait for one to be free
 */
public record PoolSettings(int size, Duration timeout) {

    /** What holds where nothing is set. */
    public static final PoolSettings DEFAULT = new PoolSettings(16, Duration.ofSeconds(1));
}
