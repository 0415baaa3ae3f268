package org.kennelcache.region;

import java.util.concurrent.ConcurrentHashMap;
import org.jspecify.annotations.Nullable;

/** The local mutex: at most one {@link Flight} for a key at a time. Keys are the store's. */
final class Flights<K, V> {

    private final ConcurrentHashMap<K, Flight<V>> flying = new ConcurrentHashMap<>();
    private volatile boolean closed;

    /** From now on no creator begins; those that have begun go on. */
    void close() {
        closed = true;
    }

    /** @throws IllegalStateException if this is closed */
    void requireOpen() {
        if (closed) {
            throw new IllegalStateException("the cache is closed");
        }
    }

    /**
     * A flight that the caller leads, and has to {@link #end}; null if there is one already.
     *
     * @throws IllegalStateException if this is closed
     */
    @Nullable
    Flight<V> tryLead(K key) {
        requireOpen();
        Flight<V> mine = new Flight<>();
        return flying.putIfAbsent(key, mine) == null ? mine : null;
    }

    /** The flight that somebody leads, if there is one. */
    @Nullable
    Flight<V> current(K key) {
        return flying.get(key);
    }

    /** Ends the caller's flight: the next one may begin, and those who wait for this one are told. */
    void end(K key, Flight<V> flight, Outcome<V> outcome) {
        flying.remove(key, flight);
        flight.end(outcome);
    }
}
