package org.kennelcache;

import java.time.Instant;
import java.time.InstantSource;
import java.util.concurrent.atomic.AtomicLong;
import java.util.function.LongSupplier;

/** A clock that stands still unless it is told otherwise. */
public final class ManualClock implements InstantSource, LongSupplier {

    private final AtomicLong millis = new AtomicLong(1_000_000);

    public void advance(long step) {
        millis.addAndGet(step);
    }

    @Override
    public long millis() {
        return millis.get();
    }

    @Override
    public Instant instant() {
        return Instant.ofEpochMilli(millis());
    }

    /** Nanoseconds, as {@link System#nanoTime} has them. */
    @Override
    public long getAsLong() {
        return millis() * 1_000_000;
    }
}
