package org.kennelcache.store;

/**
 * How old a value is, as far as its store knows. Times are milliseconds since the epoch.
 *
 * @param created when the value was stored; {@link #UNKNOWN} where nobody noted it
 * @param softDeadline when the value becomes stale; {@link Deadline#ETERNAL} where its only deadline is that of an
 *     expiry policy
 * @param isInvalidated whether the value was stored before its cache was softly invalidated
 */
public record Age(long created, long softDeadline, boolean isInvalidated) {

    /** Before all other times: what was stored then is older than any age. */
    public static final long UNKNOWN = Long.MIN_VALUE;

    /** What is known of a value that a store has kept without a note. */
    static Age unknown(boolean isInvalidated) {
        return new Age(UNKNOWN, Deadline.ETERNAL, isInvalidated);
    }
}
