package org.kennelcache.region;

import java.time.Duration;
import java.util.function.LongConsumer;
import java.util.random.RandomGenerator;
import javax.cache.CacheException;

/**
 * The pauses of somebody who asks again and again for a lease that another JVM has.
 *
 * <p>The <i>n</i>th is between half of and all of {@code longest} / 2<sup>5-n</sup>, and never above {@code longest}: a short
 * creation is noticed soon, a long one costs its store two calls for each JVM and pause.
 *
 * @param longest the option {@code lock_sleep}
 * @param random spreads them
 * @param sleeper pauses the calling thread for a number of nanoseconds, or until it is interrupted
 */
record Pauses(Duration longest, RandomGenerator random, LongConsumer sleeper) {

    private static final int DOUBLINGS = 5;

    /**
     * Pauses before an attempt.
     *
     * @param attempt 0 for the first one that is paused for
     * @param limit not passed by much
     * @throws CacheException if the thread is interrupted
     */
    void before(int attempt, WaitLimit limit) {
        long most = longest.toNanos() >> Math.max(0, DOUBLINGS - attempt);
        long pause = (long) (most * (1 + random.nextDouble()) / 2);
        long remaining = limit.remainingNanos();
        sleeper.accept(Math.min(pause, remaining));
        limit.waitedSince(remaining);
        if (Thread.currentThread().isInterrupted()) {
            throw new CacheException("interrupted while another JVM made the value");
        }
    }
}
