package org.kennelcache.region;

import java.util.concurrent.atomic.AtomicLong;
import java.util.random.RandomGenerator;
import org.kennelcache.store.Deadline;

/**
 * Decides who renews a value before it is stale: each caller with a probability that grows towards the end, so that it
 * is about one of them, early enough for what a creation usually takes (Vattani, Chierichetti and Lowenstein, "Optimal
 * Probabilistic Cache Stampede Prevention", VLDB 2015).
 *
 * <p>What a creation takes is the moving average of this JVM's own; without any, nothing is renewed early. For many
 * threads at once.
 */
final class EarlyRefresh {

    /** A new time counts for one in so many. */
    private static final int MEMORY = 8;

    private static final double NANOS_PER_MILLI = 1_000_000;

    private final double factor;
    private final RandomGenerator random;
    private final AtomicLong averageNanos = new AtomicLong();

    /** Decides; a {@code factor} of 0 is for never, 1 for the usual probability, more for earlier. */
    EarlyRefresh(double factor, RandomGenerator random) {
        this.factor = factor;
        this.random = random;
    }

    /** Notes how long a creation took. */
    void took(long nanos) {
        averageNanos.updateAndGet(average -> average == 0 ? nanos : average + (nanos - average) / MEMORY);
    }

    /** Whether the caller should renew a value that is stale from {@code end} on; both times in milliseconds. */
    boolean isDue(long end, long now) {
        if (factor == 0 || end == Deadline.ETERNAL) {
            return false;
        }
        double millis = averageNanos.get() / NANOS_PER_MILLI;
        return now - millis * factor * Math.log(1 - random.nextDouble()) >= end;
    }
}
