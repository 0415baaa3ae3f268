package org.kennelcache.event;

import javax.cache.Cache;
import javax.cache.event.EventType;
import org.jspecify.annotations.Nullable;

/**
 * What happened to an entry.
 *
 * @param type created, updated, removed or expired
 * @param key the key of the entry
 * @param value what is there now; null when removed or expired
 * @param oldValue what was there before; null when created
 */
public record Happening<K, V>(
        EventType type, K key, @Nullable V value, @Nullable V oldValue) {

    /**
     * The event for a listener. An entry that is gone has its last value both as value and as old value, and neither
     * where the listener didn't ask for old values (JSR-107 1.1.1, {@code CacheEntryEvent#getValue}).
     */
    EntryEvent<K, V> toEvent(Cache<K, V> source, boolean oldValueRequired) {
        V old = oldValueRequired ? oldValue : null;
        return new EntryEvent<>(source, type, key, value == null ? old : value, old);
    }
}
