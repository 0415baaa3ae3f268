package org.kennelcache.store;

import java.time.Duration;

/**
 * How often an operation that lost a race is tried again, and how long it waits before.
 *
 * <p>The pause before the <i>n</i>th retry is a random time up to {@code firstPause} * 2<sup>n-1</sup>, and never above
 * {@code longestPause}: those who collided once are spread over a time that grows with their number.
 *
 * @param attempts how often an operation is tried, the first time included
 * @param firstPause the longest pause before the first retry
 * @param longestPause the longest pause at all
 */
public record Retries(int attempts, Duration firstPause, Duration longestPause) {

    /** A hundred attempts, pauses from one to fifty milliseconds: an operation gives up after some three seconds. */
    public static final Retries DEFAULT = new Retries(100, Duration.ofMillis(1), Duration.ofMillis(50));

    private static final int LARGEST_SHIFT = 30;

    /**
     * Checks the values.
     *
     * @throws IllegalArgumentException if there is no attempt, or a pause is negative or longer than a second
     */
    public Retries {
        Duration second = Duration.ofSeconds(1);
        if (attempts < 1
                || firstPause.isNegative()
                || longestPause.compareTo(firstPause) < 0
                || longestPause.compareTo(second) > 0) {
            throw new IllegalArgumentException("attempts is " + attempts + " (at least 1), firstPause " + firstPause
                    + " (at least 0), longestPause " + longestPause + " (at least firstPause, at most " + second + ")");
        }
    }

    /**
     * The pause before a retry.
     *
     * @param retry 1 for the first
     * @param fraction a random number from 0 to 1
     * @return in nanoseconds
     */
    long pauseNanos(int retry, double fraction) {
        int shift = Math.min(retry - 1, LARGEST_SHIFT);
        long most = Math.min(firstPause.toNanos() << shift, longestPause.toNanos());
        return (long) (most * fraction);
    }
}
