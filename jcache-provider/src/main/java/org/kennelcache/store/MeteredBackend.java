package org.kennelcache.store;

import java.util.function.LongSupplier;
import java.util.function.Supplier;
import org.kennelcache.spi.Backend;

/**
 * Counts and times the calls of one cache to its backend, leases included; of a walk over all records, only its
 * beginning.
 */
public final class MeteredBackend extends InterceptingBackend {

    private final StoreCounters counters;
    private final LongSupplier nanos;

    /**
     * A decorator.
     *
     * @param next whose calls are counted
     * @param counters where
     * @param nanos measures durations
     */
    public MeteredBackend(Backend next, StoreCounters counters, LongSupplier nanos) {
        super(next);
        this.counters = counters;
        this.nanos = nanos;
    }

    @Override
    <R> R intercept(BackendCall call, Supplier<R> operation) {
        long begun = nanos.getAsLong();
        boolean failed = true;
        try {
            R answer = operation.get();
            failed = false;
            return answer;
        } finally {
            counters.ended(call, nanos.getAsLong() - begun, failed);
        }
    }

    @Override
    Backend alike(Backend partition) {
        return new MeteredBackend(partition, counters, nanos);
    }
}
