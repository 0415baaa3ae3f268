package org.kennelcache.region;

import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * Keys whose values the caller may make now: it has their local mutexes and their leases, and never waits for one more.
 * Closing gives back all of them, and tells those who wait what became of each.
 */
final class Held<K, V> implements AutoCloseable {

    private final Flights<K, V> flights;
    private final Leases<K> leases;
    private final Map<K, Holding<V>> holdings = new LinkedHashMap<>();
    private final Map<K, Outcome<V>> outcomes = new HashMap<>();

    Held(Flights<K, V> flights, Leases<K> leases) {
        this.flights = flights;
        this.leases = leases;
    }

    /** A flight that the caller leads, and its lease. */
    private record Holding<V>(Flight<V> flight, Lease lease) {}

    /** Takes one more, if nobody has it. */
    boolean tryTake(K key) {
        Flight<V> flight = flights.tryLead(key);
        if (flight == null) {
            return false;
        }
        Lease lease = null;
        try {
            lease = leases.tryAcquire(key);
        } finally {
            if (lease == null) {
                flights.end(key, flight, new Outcome.Left<>());
            }
        }
        return note(key, flight, lease);
    }

    private boolean note(K key, Flight<V> flight, @Nullable Lease lease) {
        if (lease != null) {
            holdings.put(key, new Holding<>(flight, lease));
        }
        return lease != null;
    }

    /** What has been taken, in that order. */
    Set<K> keys() {
        return new LinkedHashSet<>(holdings.keySet());
    }

    /** The lease of a key that has been taken. */
    Lease lease(K key) {
        Holding<V> holding = holdings.get(key);
        if (holding == null) {
            throw new IllegalStateException("not taken");
        }
        return holding.lease();
    }

    /** Says what became of a key. */
    void end(K key, Outcome<V> outcome) {
        outcomes.put(key, outcome);
    }

    @Override
    public void close() {
        holdings.forEach((key, holding) -> {
            holding.lease().close();
            flights.end(key, holding.flight(), outcomes.getOrDefault(key, new Outcome.Left<>()));
        });
    }
}
