package org.kennelcache.codec;

/**
 * The times of an entry, in milliseconds since the epoch; {@link Long#MAX_VALUE} means never.
 *
 * @param created when the value was stored
 * @param softDeadline when the value becomes stale
 * @param deadline when the entry ends
 */
public record Times(long created, long softDeadline, long deadline) {

    /** The same with another end. */
    public Times endingAt(long newDeadline) {
        return new Times(created, softDeadline, newDeadline);
    }
}
