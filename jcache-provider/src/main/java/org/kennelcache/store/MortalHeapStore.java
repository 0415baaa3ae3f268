package org.kennelcache.store;

import java.time.InstantSource;
import java.util.concurrent.ConcurrentMap;
import org.jspecify.annotations.Nullable;

/**
 * Entries with deadlines: the map holds each value with its deadline, which alone decides what is visible.
 *
 * <p>Caffeine removes expired entries that nobody touches; see {@link HeapStores}.
 */
class MortalHeapStore<K, V> extends HeapStore<K, V, Mortal<V>> {

    private final InstantSource clock;

    MortalHeapStore(ConcurrentMap<K, Mortal<V>> map, HeapSettings<K, V> settings) {
        super(map, settings);
        this.clock = settings.clock();
    }

    @Override
    final long now() {
        return clock.millis();
    }

    @Override
    Prior<V> prior(Mortal<V> stored, long now) {
        return Deadline.isOver(stored.deadline(), now)
                ? Prior.expired(stored.value(), stored.deadline(), stored)
                : Prior.live(stored.value(), stored.deadline(), stored);
    }

    @Override
    final Mortal<V> hold(V value, long deadline) {
        return new Mortal<>(value, deadline);
    }

    @Override
    final Mortal<V> hold(Dated<V> dated) {
        return dated;
    }

    @Override
    final Mortal<V> touch(Mortal<V> stored, long deadline) {
        return stored.endingAt(deadline);
    }

    @Override
    @Nullable
    V live(Mortal<V> stored) {
        long deadline = stored.deadline();
        return deadline != Deadline.ETERNAL && Deadline.isOver(deadline, now()) ? null : stored.value();
    }
}
