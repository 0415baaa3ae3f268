package org.kennelcache.config;

import java.time.Duration;

/**
 * How callers agree on which one makes the value of a key.
 *
 * @param distributed whether JVMs do; otherwise each JVM has one thread that makes it
 * @param timeout after this the lock of a JVM that died is free again
 * @param sleep the longest time between two attempts to get the lock
 * @param blockingTimeout how long a caller waits for a value that somebody else makes
 */
public record LockSettings(boolean distributed, Duration timeout, Duration sleep, Duration blockingTimeout) {

    /** What holds where nothing is set. */
    public static final LockSettings DEFAULT =
            new LockSettings(true, Duration.ofSeconds(30), Duration.ofMillis(100), Duration.ofSeconds(60));
}
