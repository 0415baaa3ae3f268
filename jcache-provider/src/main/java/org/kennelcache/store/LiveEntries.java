package org.kennelcache.store;

import java.util.Iterator;
import java.util.Map;
import java.util.NoSuchElementException;
import org.jspecify.annotations.Nullable;

/** Walks over the live entries of a heap store, looking one ahead. */
final class LiveEntries<K, V, S> implements Iterator<Map.Entry<K, V>> {

    private final HeapStore<K, V, S> store;
    private final Iterator<Map.Entry<K, S>> stored;
    private Map.@Nullable Entry<K, V> next;

    LiveEntries(HeapStore<K, V, S> store) {
        this.store = store;
        this.stored = store.map.entrySet().iterator();
    }

    @Override
    public boolean hasNext() {
        while (next == null && stored.hasNext()) {
            Map.Entry<K, S> entry = stored.next();
            V value = store.live(entry.getValue());
            if (value != null) {
                next = Map.entry(store.copyKey(entry.getKey()), store.copyOut(value));
            }
        }
        return next != null;
    }

    @Override
    public Map.Entry<K, V> next() {
        if (!hasNext() || next == null) {
            throw new NoSuchElementException();
        }
        Map.Entry<K, V> result = next;
        next = null;
        return result;
    }
}
