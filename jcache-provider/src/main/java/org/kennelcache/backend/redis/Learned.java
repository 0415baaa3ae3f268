package org.kennelcache.backend.redis;

import java.time.Duration;
import java.util.function.LongSupplier;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;
import org.kennelcache.spi.BackendException;

/**
 * Something that is known from asking, and asked for again once there is doubt about it.
 *
 * <p>If asking fails at once, what was known before is good enough; if it fails after some time, the time of the
 * operation is used up and the failure is the operation's.
 */
final class Learned<T> {

    private final SingleFlight<T> inquiry;
    private final Duration patience;
    private final LongSupplier nanoTime;
    private volatile @Nullable T known;
    private volatile boolean doubtful;

    Learned(Supplier<T> inquiry, Duration patience, LongSupplier nanoTime) {
        this.inquiry = new SingleFlight<>(() -> {
            T learned = inquiry.get();
            known = learned;
            return learned;
        });
        this.patience = patience;
        this.nanoTime = nanoTime;
    }

    /** What is known, or what asking gives if nothing is or if that is doubtful. */
    T get() {
        T last = known;
        if (last == null) {
            return ask();
        }
        return doubtful ? askOrKeep(last) : last;
    }

    /** What was known last, if anything ever was; asks nobody. */
    @Nullable
    T last() {
        return known;
    }

    /** What asking gives. */
    T ask() {
        doubtful = false;
        return inquiry.get();
    }

    /** Lets the next {@link #get} ask. */
    void doubt() {
        doubtful = true;
    }

    private T askOrKeep(T last) {
        long start = nanoTime.getAsLong();
        try {
            return ask();
        } catch (BackendException e) {
            if (nanoTime.getAsLong() - start > patience.toNanos()) {
                throw e;
            }
            return last;
        }
    }
}
