package org.kennelcache.conformance;

import javax.cache.event.CacheEntryEvent;
import javax.cache.event.EventType;

/** What a listener was told; the values as far as they were available. */
record Event<K, V>(EventType type, K key, V value, V oldValue) {

    static <K, V> Event<K, V> of(CacheEntryEvent<? extends K, ? extends V> event) {
        return new Event<>(event.getEventType(), event.getKey(), event.getValue(), event.getOldValue());
    }

    static <K, V> Event<K, V> created(K key, V value) {
        return new Event<>(EventType.CREATED, key, value, null);
    }

    static <K, V> Event<K, V> updated(K key, V oldValue, V value) {
        return new Event<>(EventType.UPDATED, key, value, oldValue);
    }

    static <K, V> Event<K, V> removed(K key, V oldValue) {
        return new Event<>(EventType.REMOVED, key, oldValue, oldValue);
    }

    static <K, V> Event<K, V> expired(K key, V oldValue) {
        return new Event<>(EventType.EXPIRED, key, oldValue, oldValue);
    }
}
