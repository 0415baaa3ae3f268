package org.kennelcache.region;

/** The kinds of operations that have an average time. */
enum Timed {
    GET(Tally.Counter.GET_NANOS, Tally.Counter.GETS_TIMED),
    PUT(Tally.Counter.PUT_NANOS, Tally.Counter.PUTS_TIMED),
    REMOVE(Tally.Counter.REMOVE_NANOS, Tally.Counter.REMOVALS_TIMED);

    final Tally.Counter nanos;
    final Tally.Counter count;

    Timed(Tally.Counter nanos, Tally.Counter count) {
        this.nanos = nanos;
        this.count = count;
    }

    /** Whether the next operation of this kind is to be timed. */
    boolean isDue(Tally tally) {
        return switch (this) {
            case GET -> tally.timesGet();
            case PUT -> tally.timesPut();
            case REMOVE -> tally.timesRemoval();
        };
    }
}
