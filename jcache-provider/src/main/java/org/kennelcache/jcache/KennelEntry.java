package org.kennelcache.jcache;

import javax.cache.Cache;
import org.kennelcache.region.Unwrap;

/**
 * An entry as an iteration met it; the cache may have another value by now.
 *
 * @param key the key
 * @param value the value it had
 */
public record KennelEntry<K, V>(K key, V value) implements Cache.Entry<K, V> {

    @Override
    public K getKey() {
        return key;
    }

    @Override
    public V getValue() {
        return value;
    }

    /** {@inheritDoc} This class and its supertypes are all there is. */
    @Override
    public <T> T unwrap(Class<T> type) {
        return Unwrap.unwrap(this, type);
    }

    /** Without key and value: an entry may be printed anywhere. */
    @Override
    public String toString() {
        return "KennelEntry";
    }
}
