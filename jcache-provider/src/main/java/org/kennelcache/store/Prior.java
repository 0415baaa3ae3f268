package org.kennelcache.store;

import org.jspecify.annotations.Nullable;
import org.kennelcache.spi.BackendException;

/**
 * What a store holds under a key at the moment an operation looks.
 *
 * @param state whether there is an entry, and whether its time is over
 * @param value the value as the store holds it; null when absent
 * @param deadline when the entry expires, in milliseconds since the epoch, or {@link Deadline#ETERNAL}
 * @param version what tells this state of the entry from any other; the store's own, null when nothing is stored; where
 *     nobody knows what is stored, why
 * @param <V> the type of the values
 */
public record Prior<V>(
        State state,
        @Nullable V value,
        long deadline,
        @Nullable Object version) {

    private static final Prior<?> ABSENT = new Prior<>(State.ABSENT, null, Deadline.ETERNAL, null);

    /** Whether there is an entry, and whether its time is over. */
    public enum State {
        /** Nothing is stored, or nothing that is an entry. */
        ABSENT,
        /** An entry whose deadline lies ahead. */
        LIVE,
        /** An entry that is still stored but must not be seen any more. */
        EXPIRED,
        /** The servers did not answer, and the cache does without them. */
        UNKNOWN
    }

    /** Nothing is stored. */
    @SuppressWarnings("unchecked")
    public static <V> Prior<V> absent() {
        return (Prior<V>) ABSENT;
    }

    /** An entry that an operation may see. */
    public static <V> Prior<V> live(V value, long deadline, Object version) {
        return new Prior<>(State.LIVE, value, deadline, version);
    }

    /** An entry whose deadline has passed. */
    public static <V> Prior<V> expired(V value, long deadline, Object version) {
        return new Prior<>(State.EXPIRED, value, deadline, version);
    }

    /** Nobody knows what is stored. */
    static <V> Prior<V> unknown(BackendException outage) {
        return new Prior<>(State.UNKNOWN, null, Deadline.ETERNAL, outage);
    }

    /** The value an operation may see: null when absent, expired or unknown. */
    public @Nullable V liveValue() {
        return state == State.LIVE ? value : null;
    }

    /** Whether the entry is stored though its time is over. */
    public boolean isExpired() {
        return state == State.EXPIRED;
    }

    /** Whether nobody knows what is stored. */
    public boolean isUnknown() {
        return state == State.UNKNOWN;
    }

    /**
     * This, for operations that depend on what is stored.
     *
     * @throws BackendException if nobody knows
     */
    public Prior<V> known() {
        if (isUnknown() && version instanceof BackendException outage) {
            throw outage;
        }
        return this;
    }

    /** Whether something is stored that counts as absent: it cannot be read or was invalidated. */
    boolean isHidden() {
        return state == State.ABSENT && version != null;
    }
}
