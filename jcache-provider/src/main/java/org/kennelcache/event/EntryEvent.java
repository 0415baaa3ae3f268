package org.kennelcache.event;

import javax.cache.Cache;
import javax.cache.event.CacheEntryEvent;
import javax.cache.event.EventType;
import org.jspecify.annotations.Nullable;

/**
 * What a listener is told: the value is null, and no old value available, where the listener didn't ask for old values.
 */
final class EntryEvent<K, V> extends CacheEntryEvent<K, V> {

    private static final long serialVersionUID = 1L;

    @SuppressWarnings("serial") // listeners use events, they don't keep them
    private final K key;

    @SuppressWarnings("serial")
    private final @Nullable V value;

    @SuppressWarnings("serial")
    private final @Nullable V oldValue;

    EntryEvent(Cache<K, V> source, EventType type, K key, @Nullable V value, @Nullable V oldValue) {
        super(source, type);
        this.key = key;
        this.value = value;
        this.oldValue = oldValue;
    }

    @Override
    public K getKey() {
        return key;
    }

    @Override
    public @Nullable V getValue() {
        return value;
    }

    @Override
    public @Nullable V getOldValue() {
        return oldValue;
    }

    @Override
    public boolean isOldValueAvailable() {
        return oldValue != null;
    }

    @Override
    public <T> T unwrap(Class<T> type) {
        if (type.isInstance(this)) {
            return type.cast(this);
        }
        throw new IllegalArgumentException("cannot unwrap an event to " + type.getName());
    }

    /** Without the value: an event may be printed anywhere. */
    @Override
    public String toString() {
        return "EntryEvent[" + getEventType() + " in " + ((Cache<?, ?>) getSource()).getName() + "]";
    }
}
