package org.kennelcache.region;

import java.util.concurrent.atomic.LongAdder;
import org.kennelcache.dogpile.DogpileMonitor;

/** Counts what a {@link DogpileMonitor} tells of one region. For many threads at once. */
final class RegenerationCounters implements DogpileMonitor {

    private final LongAdder regenerations = new LongAdder();
    private final LongAdder failures = new LongAdder();
    private final LongAdder avoided = new LongAdder();
    private final LongAdder staleServed = new LongAdder();
    private final LongAdder waits = new LongAdder();
    private final LongAdder waitNanos = new LongAdder();

    void made(int keys) {
        regenerations.add(keys);
    }

    void failed(int keys) {
        failures.add(keys);
    }

    void spared() {
        avoided.increment();
    }

    void servedStale() {
        staleServed.increment();
    }

    /** Notes how long one call has waited in all; 0: it didn't. */
    void waited(long nanos) {
        if (nanos > 0) {
            waitNanos.add(nanos);
            waits.increment();
        }
    }

    @Override
    public long regenerations() {
        return regenerations.sum();
    }

    @Override
    public long failures() {
        return failures.sum();
    }

    @Override
    public long avoided() {
        return avoided.sum();
    }

    @Override
    public long staleServed() {
        return staleServed.sum();
    }

    @Override
    public Waits waits() {
        return new Waits(waits.sum(), waitNanos.sum());
    }
}
