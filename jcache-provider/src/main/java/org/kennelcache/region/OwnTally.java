package org.kennelcache.region;

import java.lang.invoke.MethodHandles;
import java.lang.invoke.VarHandle;
import java.lang.ref.WeakReference;
import java.util.concurrent.atomic.AtomicLongArray;

/**
 * The counts of one thread, which alone writes them: an addition costs a load and a store, no atomic instruction. What
 * every operation needs lies side by side, in this object, since a cache that is used has little room in the processor's.
 *
 * <p>The thread is weakly referred to; its counts outlive it, in the tally of its successor.
 */
final class OwnTally extends WeakReference<Thread> implements Tally {

    private static final VarHandle HITS = field("hits");
    private static final VarHandle MISSES = field("misses");
    private static final VarHandle PUTS = field("puts");
    private static final VarHandle REMOVALS = field("removals");

    private int untilSample;
    private int samples;
    private int random;
    private long hits;
    private long misses;
    private long puts;
    private long removals;
    private final AtomicLongArray others = new AtomicLongArray(Counter.values().length);

    OwnTally(Thread owner) {
        super(owner);
        this.random = owner.hashCode() | 1;
    }

    private static VarHandle field(String name) {
        try {
            return MethodHandles.lookup().findVarHandle(OwnTally.class, name, long.class);
        } catch (ReflectiveOperationException e) {
            throw new ExceptionInInitializerError(e);
        }
    }

    /** Whether the thread that this is for has ended. */
    boolean isAbandoned() {
        Thread thread = get();
        return thread == null || !thread.isAlive();
    }

    /** Goes on from the counts of a thread that has ended. */
    void inherit(OwnTally abandoned) {
        for (Counter counter : Counter.values()) {
            add(counter, abandoned.sum(counter));
        }
    }

    @Override
    @SuppressWarnings("EnumOrdinal") // places in an array
    public void add(Counter counter, long amount) {
        switch (counter) {
            case HITS -> HITS.setOpaque(this, hits + amount);
            case MISSES -> MISSES.setOpaque(this, misses + amount);
            case PUTS -> PUTS.setOpaque(this, puts + amount);
            case REMOVALS -> REMOVALS.setOpaque(this, removals + amount);
            default -> others.setOpaque(counter.ordinal(), others.getPlain(counter.ordinal()) + amount);
        }
    }

    @Override
    @SuppressWarnings("EnumOrdinal") // places in an array
    public long sum(Counter counter) {
        return switch (counter) {
            case HITS -> (long) HITS.getOpaque(this);
            case MISSES -> (long) MISSES.getOpaque(this);
            case PUTS -> (long) PUTS.getOpaque(this);
            case REMOVALS -> (long) REMOVALS.getOpaque(this);
            default -> others.getOpaque(counter.ordinal());
        };
    }

    @Override
    public boolean samples() {
        return --untilSample <= 0 && takeSample();
    }

    /** All of the first operations, so that a few have a true average; later ones at random, whatever their rhythm. */
    private boolean takeSample() {
        if (samples < INTERVAL) {
            samples++;
        } else {
            untilSample = 1 + Math.floorMod(nextRandom(), 2 * INTERVAL - 1);
        }
        return true;
    }

    /** Marsaglia's xorshift: never 0, and good enough to be out of step with whatever the thread does. */
    private int nextRandom() {
        random ^= random << 13;
        random ^= random >>> 17;
        random ^= random << 5;
        return random;
    }

    @Override
    public int weight() {
        return samples < INTERVAL ? 1 : INTERVAL;
    }
}
