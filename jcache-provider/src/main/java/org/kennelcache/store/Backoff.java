package org.kennelcache.store;

import java.util.function.LongConsumer;
import java.util.random.RandomGenerator;
import org.kennelcache.spi.ContentionException;

/** Keeps those who lost a race apart, and ends a race that is lost too often. For many threads at once. */
public final class Backoff {

    private final Retries retries;
    private final RandomGenerator random;
    private final LongConsumer sleeper;

    /**
     * A way to wait.
     *
     * @param retries how often and how long
     * @param random spreads the pauses; for many threads at once
     * @param sleeper pauses the calling thread for a number of nanoseconds
     */
    public Backoff(Retries retries, RandomGenerator random, LongConsumer sleeper) {
        this.retries = retries;
        this.random = random;
        this.sleeper = sleeper;
    }

    /**
     * Waits until an attempt may begin; not at all before the first.
     *
     * @param attempt 0 for the first
     * @throws ContentionException if there have been enough
     */
    public void before(int attempt) {
        if (attempt >= retries.attempts()) {
            throw new ContentionException("others changed the entry in each of " + attempt
                    + " attempts; call again, or let fewer clients change one entry at a time");
        }
        if (attempt > 0) {
            sleeper.accept(retries.pauseNanos(attempt, random.nextDouble()));
        }
    }
}
