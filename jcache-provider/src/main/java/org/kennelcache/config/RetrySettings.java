package org.kennelcache.config;

import java.time.Duration;

/**
 * How often something is tried that may fail.
 *
 * @param attempts attempts in all, 1 or more
 * @param delay time between two attempts
 */
public record RetrySettings(int attempts, Duration delay) {

    /** Nothing is tried again. */
    public static final RetrySettings NONE = new RetrySettings(1, Duration.ZERO);
}
