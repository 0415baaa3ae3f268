package org.kennelcache.store;

import java.time.InstantSource;
import java.util.concurrent.atomic.AtomicLong;

/** Marks that hold in this process only. */
final class LocalMarks implements Marks {

    private final InstantSource clock;
    private final AtomicLong soft = new AtomicLong(NONE);
    private final AtomicLong hard = new AtomicLong(NONE);

    LocalMarks(InstantSource clock) {
        this.clock = clock;
    }

    @Override
    public long soft() {
        return soft.get();
    }

    @Override
    public long hard() {
        return hard.get();
    }

    @Override
    public void set(Invalidation kind) {
        (kind == Invalidation.SOFT ? soft : hard).accumulateAndGet(clock.millis(), Math::max);
    }
}
