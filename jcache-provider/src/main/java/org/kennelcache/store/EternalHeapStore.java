package org.kennelcache.store;

import java.util.concurrent.ConcurrentMap;

/**
 * Entries that never expire: the map holds bare values, and no clock is read.
 *
 * <p>Storing the very object that is there already does not make a new version. That is sound: such a write changes
 * nothing that another operation could have seen.
 */
final class EternalHeapStore<K, V> extends HeapStore<K, V, V> {

    EternalHeapStore(ConcurrentMap<K, V> map, Isolation isolation) {
        super(map, isolation);
    }

    /** Nothing here depends on the time. */
    @Override
    long now() {
        return 0;
    }

    @Override
    Prior<V> prior(V stored, long now) {
        return Prior.live(stored, Deadline.ETERNAL, stored);
    }

    @Override
    V hold(V value, long deadline) {
        return value;
    }

    @Override
    V touch(V stored, long deadline) {
        return stored;
    }

    @Override
    V live(V stored) {
        return stored;
    }
}
