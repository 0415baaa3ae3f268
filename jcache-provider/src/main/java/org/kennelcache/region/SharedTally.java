package org.kennelcache.region;

import java.util.concurrent.atomic.LongAdder;
import java.util.stream.Stream;

/** The counts of all threads that have no tally of their own. They are not timed: the others stand for them. */
@SuppressWarnings("EnumOrdinal") // places in an array
final class SharedTally implements Tally {

    private final LongAdder[] counts =
            Stream.generate(LongAdder::new).limit(Counter.values().length).toArray(LongAdder[]::new);

    @Override
    public void add(Counter counter, long amount) {
        counts[counter.ordinal()].add(amount);
    }

    @Override
    public long sum(Counter counter) {
        return counts[counter.ordinal()].sum();
    }

    @Override
    public boolean samples() {
        return false;
    }

    @Override
    public int weight() {
        return 1;
    }
}
