package org.kennelcache.store;

import java.util.concurrent.ConcurrentMap;

/**
 * Entries that never expire: the map holds bare values, and no clock is read. Only a value whose age will be asked for
 * is held with the time at which it was stored.
 *
 * <p>Storing the very object that is there already does not make a new version. That is sound: such a write changes
 * nothing that another operation could have seen.
 */
final class EternalHeapStore<K, V> extends HeapStore<K, V, Object> {

    EternalHeapStore(ConcurrentMap<K, Object> map, HeapSettings<K, V> settings) {
        super(map, settings);
    }

    /** The value in what such a store's map holds. */
    @SuppressWarnings({"unchecked", "TypeParameterUnusedInFormals"}) // it holds values, bare or dated
    static <V> V value(Object stored) {
        return stored instanceof Dated<?> dated ? (V) dated.value() : (V) stored;
    }

    /** Nothing here depends on the time. */
    @Override
    long now() {
        return 0;
    }

    @Override
    Prior<V> prior(Object stored, long now) {
        return Prior.live(value(stored), Deadline.ETERNAL, stored);
    }

    @Override
    Object hold(V value, long deadline) {
        return value;
    }

    @Override
    Object hold(Dated<V> dated) {
        return dated;
    }

    @Override
    Object touch(Object stored, long deadline) {
        return stored;
    }

    @Override
    V live(Object stored) {
        return value(stored);
    }
}
