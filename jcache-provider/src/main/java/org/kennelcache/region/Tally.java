package org.kennelcache.region;

/** Counts for the statistics of one cache; of one thread, or of all that have none of their own. */
interface Tally {

    /** What is counted. */
    enum Counter {
        HITS,
        MISSES,
        PUTS,
        REMOVALS,
        EVICTIONS,
        GET_NANOS,
        GETS_TIMED,
        PUT_NANOS,
        PUTS_TIMED,
        REMOVE_NANOS,
        REMOVALS_TIMED
    }

    void addHits(long amount);

    void addMisses(long amount);

    void addPuts(long amount);

    void addRemovals(long amount);

    void addEvictions(long amount);

    /** Whether to time the look-up that begins now. */
    boolean timesGet();

    /** Whether to time the put that begins now. */
    boolean timesPut();

    /** Whether to time the removal that begins now. */
    boolean timesRemoval();

    /**
     * Takes the time of an operation that was to be timed.
     *
     * @param entries on how many entries it was; it counts as so many operations
     */
    void addTime(Timed operation, long nanos, int entries);

    /** What was counted. */
    long sum(Counter counter);
}
