package org.kennelcache.region;

import java.util.EnumMap;
import java.util.Map;
import java.util.function.LongSupplier;
import org.kennelcache.region.Tally.Counter;
import org.kennelcache.store.Decision;

/**
 * What a cache counts (JSR-107 1.1.1, section 11.4), in this JVM.
 *
 * <p>Counts are exact. Mean times are taken from the first 128 operations of each thread and from one in 512 of the
 * later ones, weighted so that the mean is that of all: measuring takes longer than a hit on the heap.
 */
public final class Statistics {

    /** What {@link #begin} gives where nothing is measured. */
    private static final long UNTIMED = Long.MIN_VALUE;

    private final LongSupplier nanos;
    private final Tallies tallies = new Tallies();
    private volatile Map<Counter, Long> zero = Map.of();
    private volatile boolean enabled;

    Statistics(LongSupplier nanos, boolean enabled) {
        this.nanos = nanos;
        this.enabled = enabled;
    }

    /** Whether anything is counted. */
    public boolean isEnabled() {
        return enabled;
    }

    /** Starts or stops counting; what has been counted stays. */
    public void setEnabled(boolean enabled) {
        this.enabled = enabled;
    }

    /** Sets everything to zero. */
    public void clear() {
        Map<Counter, Long> now = new EnumMap<>(Counter.class);
        for (Counter counter : Counter.values()) {
            now.put(counter, tallies.sum(counter));
        }
        zero = now;
    }

    /** Counts what an operation did: the first of the two tables that are read off an outcome. */
    void record(Decision<?, ?> decision) {
        if (!enabled) {
            return;
        }
        Tally tally = tallies.mine();
        switch (decision.lookup()) {
            case HIT -> tally.addHits(1);
            case MISS -> tally.addMisses(1);
            case NONE -> {}
        }
        switch (decision.change()) {
            case CREATED, UPDATED -> tally.addPuts(1);
            case REMOVED -> tally.addRemovals(1);
            case NONE, STILLBORN, REMOVED_NOTHING, LOADED, RELOADED -> {}
        }
    }

    /** Counts look-ups that were no transitions. */
    void recordLookups(long hits, long misses) {
        if (enabled) {
            Tally tally = tallies.mine();
            tally.addHits(hits);
            tally.addMisses(misses);
        }
    }

    /** Counts puts that were no transitions. */
    void recordPuts(long puts) {
        if (enabled) {
            tallies.mine().addPuts(puts);
        }
    }

    /** Counts an entry that had to go. */
    void recordEviction() {
        if (enabled) {
            tallies.mine().addEvictions(1);
        }
    }

    /** Where the current thread counts. */
    Tally tally() {
        return tallies.mine();
    }

    /** Begins an operation; what comes back goes to {@link #end}. */
    long begin(Timed operation) {
        return enabled && operation.isDue(tally()) ? nanos.getAsLong() : UNTIMED;
    }

    /** Ends an operation. */
    void end(Timed operation, long begun) {
        end(operation, begun, 1);
    }

    /** Ends an operation on many entries, as if they had been as many operations. */
    void end(Timed operation, long begun, int entries) {
        if (begun != UNTIMED) {
            tallies.mine().addTime(operation, nanos.getAsLong() - begun, entries);
        }
    }

    /** Look-ups that found an entry. */
    public long hits() {
        return count(Counter.HITS);
    }

    /** Look-ups that found none. */
    public long misses() {
        return count(Counter.MISSES);
    }

    /** Values stored at the application's request. */
    public long puts() {
        return count(Counter.PUTS);
    }

    /** Entries removed at the application's request. */
    public long removals() {
        return count(Counter.REMOVALS);
    }

    /** Entries removed to keep the cache within its bound. */
    public long evictions() {
        return count(Counter.EVICTIONS);
    }

    /** The mean time of a look-up, in microseconds; 0 if there was none. */
    public float averageGetMicros() {
        return average(Timed.GET);
    }

    /** The mean time of a put, in microseconds; 0 if there was none. */
    public float averagePutMicros() {
        return average(Timed.PUT);
    }

    /** The mean time of a removal, in microseconds; 0 if there was none. */
    public float averageRemoveMicros() {
        return average(Timed.REMOVE);
    }

    private float average(Timed operation) {
        long timed = count(operation.count);
        return timed == 0 ? 0 : count(operation.nanos) / (1_000f * timed);
    }

    private long count(Counter counter) {
        long cleared = zero.getOrDefault(counter, 0L); // read first: it never exceeds a later sum
        return tallies.sum(counter) - cleared;
    }
}
