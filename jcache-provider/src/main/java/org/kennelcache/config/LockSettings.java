package org.kennelcache.config;

import java.time.Duration;

/**
 * How JVMs agree on which one makes the value of a key.
 *
 * @param distributed whether they do; otherwise each JVM has one thread that makes it
 * @param timeout after this the lock of a JVM that died is free again
 * @param sleep time between two attempts to get the lock
 */
public record LockSettings(boolean distributed, Duration timeout, Duration sleep) {

    /** What holds where nothing is set. */
    public static final LockSettings DEFAULT = new LockSettings(true, Duration.ofSeconds(30), Duration.ofMillis(100));
}
