package org.kennelcache.region;

import java.lang.invoke.MethodHandles;
import java.lang.invoke.VarHandle;
import java.lang.ref.WeakReference;
import java.util.concurrent.atomic.AtomicLongArray;

/**
 * The counts of one thread, which alone writes them: an addition costs a load and a store, no atomic instruction. What
 * every operation needs lies side by side, in this object, since a cache that is used has little room in the
 * processor's.
 *
 * <p>The thread is weakly referred to; its counts outlive it, in the tally of its successor.
 */
final class OwnTally extends WeakReference<Thread> implements Tally {

    /** So many operations are all timed, so that a few have a true average. */
    private static final int FIRST = 128;

    /** Of the later ones, one in so many, on average: asking for the time twice takes far longer than a hit does. */
    private static final int INTERVAL = 512;

    private static final VarHandle HITS = field("hits");
    private static final VarHandle MISSES = field("misses");
    private static final VarHandle PUTS = field("puts");
    private static final VarHandle REMOVALS = field("removals");

    private long hits;
    private long misses;
    private long puts;
    private long removals;
    private long nextTimedGet;
    private long nextTimedPut;
    private long nextTimedRemoval;
    private int random;
    private final int[] timed = new int[Timed.values().length];
    private final long[] doneWhenTimed = new long[Timed.values().length];
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
    @SuppressWarnings("EnumOrdinal") // places in an array
    void inherit(OwnTally abandoned) {
        addHits(abandoned.sum(Counter.HITS));
        addMisses(abandoned.sum(Counter.MISSES));
        addPuts(abandoned.sum(Counter.PUTS));
        addRemovals(abandoned.sum(Counter.REMOVALS));
        for (int other = 0; other < others.length(); other++) {
            addOther(other, abandoned.others.getOpaque(other));
        }
        for (Timed operation : Timed.values()) {
            doneWhenTimed[operation.ordinal()] = done(operation);
        }
    }

    @Override
    public void addHits(long amount) {
        HITS.setOpaque(this, hits + amount);
    }

    @Override
    public void addMisses(long amount) {
        MISSES.setOpaque(this, misses + amount);
    }

    @Override
    public void addPuts(long amount) {
        PUTS.setOpaque(this, puts + amount);
    }

    @Override
    public void addRemovals(long amount) {
        REMOVALS.setOpaque(this, removals + amount);
    }

    @Override
    public void addEvictions(long amount) {
        addOther(Counter.EVICTIONS, amount);
    }

    @Override
    public boolean timesGet() {
        return hits + misses >= nextTimedGet;
    }

    @Override
    public boolean timesPut() {
        return puts >= nextTimedPut;
    }

    @Override
    public boolean timesRemoval() {
        return removals >= nextTimedRemoval;
    }

    /** An operation stands for all of its kind since the last one that was timed. */
    @Override
    @SuppressWarnings("EnumOrdinal") // places in an array
    public void addTime(Timed operation, long nanos, int entries) {
        if (entries == 0) {
            return;
        }
        int kind = operation.ordinal();
        long done = done(operation);
        long stands = Math.max(entries, done - doneWhenTimed[kind]);
        doneWhenTimed[kind] = done;
        addOther(operation.nanos, nanos * stands / entries);
        addOther(operation.count, stands);
        long next = done + (timed[kind]++ < FIRST ? 0 : Math.floorMod(nextRandom(), 2 * INTERVAL - 1));
        switch (operation) {
            case GET -> nextTimedGet = next;
            case PUT -> nextTimedPut = next;
            case REMOVE -> nextTimedRemoval = next;
        }
    }

    private long done(Timed operation) {
        return switch (operation) {
            case GET -> hits + misses;
            case PUT -> puts;
            case REMOVE -> removals;
        };
    }

    /** Marsaglia's xorshift: never 0, and good enough to be out of step with whatever the thread does. */
    private int nextRandom() {
        random ^= random << 13;
        random ^= random >>> 17;
        random ^= random << 5;
        return random;
    }

    @SuppressWarnings("EnumOrdinal") // places in an array
    private void addOther(Counter counter, long amount) {
        addOther(counter.ordinal(), amount);
    }

    private void addOther(int place, long amount) {
        others.setOpaque(place, others.getPlain(place) + amount);
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
}
