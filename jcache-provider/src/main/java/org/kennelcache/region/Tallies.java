package org.kennelcache.region;

import java.lang.invoke.MethodHandles;
import java.lang.invoke.VarHandle;
import org.jspecify.annotations.Nullable;

/**
 * Exact counters that hardly cost anything: most threads have a tally of their own, found by the thread's id; where two
 * threads claim one place, the later one counts in a tally shared with others, until the earlier one has ended.
 *
 * <p>What a thread has added is seen by itself at once, and by another thread at the latest when anything orders the
 * two.
 */
final class Tallies {

    private static final VarHandle PLACE = MethodHandles.arrayElementVarHandle(OwnTally[].class);
    private static final int PLACES = 64;

    private final @Nullable OwnTally[] owned = new OwnTally[PLACES];
    private final Tally shared = new SharedTally();

    /** The tally for the current thread, not to be passed to another. */
    Tally mine() {
        Thread thread = Thread.currentThread();
        int place = (int) thread.getId() & (PLACES - 1);
        OwnTally tally = owned[place];
        return tally != null && tally.refersTo(thread) ? tally : claim(place, thread);
    }

    private Tally claim(int place, Thread thread) {
        OwnTally occupant = at(place);
        if (occupant != null && !occupant.isAbandoned()) {
            return shared;
        }
        OwnTally claimed = new OwnTally(thread);
        if (occupant != null) {
            claimed.inherit(occupant);
        }
        return PLACE.compareAndSet(owned, place, occupant, claimed) ? claimed : shared;
    }

    private @Nullable OwnTally at(int place) {
        return (OwnTally) PLACE.getVolatile(owned, place);
    }

    /** The sum over all threads. */
    long sum(Tally.Counter counter) {
        long sum = shared.sum(counter);
        for (int place = 0; place < PLACES; place++) {
            OwnTally tally = at(place);
            sum += tally == null ? 0 : tally.sum(counter);
        }
        return sum;
    }
}
