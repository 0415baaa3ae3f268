package org.kennelcache.region;

/** Counts for the statistics of one cache; of one thread, or of all that have none of their own. */
interface Tally {

    /** One operation in so many is timed, on average: asking for the time twice takes far longer than a hit does. */
    int INTERVAL = 128;

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

    /** Counts. */
    void add(Counter counter, long amount);

    /** What was counted. */
    long sum(Counter counter);

    /** Whether to time the operation that begins now. */
    boolean samples();

    /** For how many operations one that is timed at this point stands. */
    int weight();
}
