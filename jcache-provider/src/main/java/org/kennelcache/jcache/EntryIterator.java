package org.kennelcache.jcache;

import static org.kennelcache.jcache.Translation.translated;

import java.util.Iterator;
import java.util.Map;
import java.util.NoSuchElementException;
import javax.cache.Cache;

/** A region's entries as the standard's. */
final class EntryIterator<K, V> implements Iterator<Cache.Entry<K, V>> {

    private final KennelCache<K, V> cache;
    private final Iterator<Map.Entry<K, V>> entries;

    EntryIterator(KennelCache<K, V> cache, Iterator<Map.Entry<K, V>> entries) {
        this.cache = cache;
        this.entries = entries;
    }

    @Override
    public boolean hasNext() {
        cache.requireOpen();
        return translated(entries::hasNext);
    }

    @Override
    public Cache.Entry<K, V> next() {
        if (!hasNext()) {
            throw new NoSuchElementException();
        }
        Map.Entry<K, V> entry = translated(entries::next);
        return new KennelEntry<>(entry.getKey(), entry.getValue());
    }

    @Override
    public void remove() {
        cache.requireOpen();
        translated(entries::remove);
    }
}
