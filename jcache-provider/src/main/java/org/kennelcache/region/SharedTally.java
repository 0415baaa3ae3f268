package org.kennelcache.region;

import java.util.EnumMap;
import java.util.Map;
import java.util.concurrent.atomic.LongAdder;

/** The counts of all threads that have no tally of their own. They are not timed: the others stand for them. */
final class SharedTally implements Tally {

    private final Map<Counter, LongAdder> counts = new EnumMap<>(Counter.class);

    SharedTally() {
        for (Counter counter : Counter.values()) {
            counts.put(counter, new LongAdder());
        }
    }

    @Override
    public void addHits(long amount) {
        adder(Counter.HITS).add(amount);
    }

    @Override
    public void addMisses(long amount) {
        adder(Counter.MISSES).add(amount);
    }

    @Override
    public void addPuts(long amount) {
        adder(Counter.PUTS).add(amount);
    }

    @Override
    public void addRemovals(long amount) {
        adder(Counter.REMOVALS).add(amount);
    }

    @Override
    public void addEvictions(long amount) {
        adder(Counter.EVICTIONS).add(amount);
    }

    @Override
    public boolean timesGet() {
        return false;
    }

    @Override
    public boolean timesPut() {
        return false;
    }

    @Override
    public boolean timesRemoval() {
        return false;
    }

    @Override
    public void addTime(Timed operation, long nanos, int entries) {
        adder(operation.nanos).add(nanos);
        adder(operation.count).add(entries);
    }

    @Override
    public long sum(Counter counter) {
        return adder(counter).sum();
    }

    private LongAdder adder(Counter counter) {
        LongAdder adder = counts.get(counter);
        if (adder == null) {
            throw new IllegalStateException("no count of " + counter);
        }
        return adder;
    }
}
