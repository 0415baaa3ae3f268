package org.kennelcache.store;

/**
 * Up to when the values of a cache are invalid, in milliseconds since the epoch: whatever was stored at one of these
 * times or before it. They only ever move on. For many threads at once.
 */
interface Marks {

    /** Nothing was invalidated. */
    long NONE = Long.MIN_VALUE;

    /** Values up to here are stale. */
    long soft();

    /** Values up to here are gone. */
    long hard();

    /** Invalidates what was stored up to now. */
    void set(Invalidation kind);

    /** Whether a value that was stored then is stale. */
    default boolean isStale(long created) {
        long soft = soft();
        return soft != NONE && created <= soft;
    }

    /** Whether a value that was stored then is gone. */
    default boolean isGone(long created) {
        long hard = hard();
        return hard != NONE && created <= hard;
    }
}
