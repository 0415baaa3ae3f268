package org.kennelcache.region;

import java.util.Iterator;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** Walks over the live entries of a region; {@link #next} is a read of the entry, {@link #remove} a removal. */
final class RegionIterator<K, V> implements Iterator<Map.Entry<K, V>> {

    private final Region<K, V> region;
    private final Iterator<Map.Entry<K, V>> entries;
    private @Nullable K last;

    RegionIterator(Region<K, V> region, Iterator<Map.Entry<K, V>> entries) {
        this.region = region;
        this.entries = entries;
    }

    @Override
    public boolean hasNext() {
        return entries.hasNext();
    }

    @Override
    public Map.Entry<K, V> next() {
        Map.Entry<K, V> entry = entries.next();
        region.visited(entry.getKey());
        last = entry.getKey();
        return entry;
    }

    @Override
    public void remove() {
        if (last == null) {
            throw new IllegalStateException("remove() without a next() before it");
        }
        region.remove(last);
        last = null;
    }
}
