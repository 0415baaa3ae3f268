package org.kennelcache.region;

import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import javax.cache.Cache;
import javax.cache.configuration.CacheEntryListenerConfiguration;
import javax.cache.configuration.MutableCacheEntryListenerConfiguration;
import javax.cache.event.CacheEntryCreatedListener;
import javax.cache.event.CacheEntryEvent;
import javax.cache.event.CacheEntryExpiredListener;
import javax.cache.event.CacheEntryRemovedListener;
import javax.cache.event.CacheEntryUpdatedListener;
import javax.cache.integration.CacheWriter;

/** A writer and a listener in one, which writes down in one list how it was called; for one thread. */
final class CallLog<V>
        implements CacheWriter<String, V>,
                CacheEntryCreatedListener<String, V>,
                CacheEntryUpdatedListener<String, V>,
                CacheEntryRemovedListener<String, V>,
                CacheEntryExpiredListener<String, V> {

    private final List<String> calls = new ArrayList<>();

    /** Such as {@code "write key=value"}, {@code "delete key"}, {@code "CREATED key null->value"}; the list is live. */
    List<String> calls() {
        return calls;
    }

    /** Synchronous, with old values. */
    CacheEntryListenerConfiguration<String, V> listener() {
        return new MutableCacheEntryListenerConfiguration<>(() -> this, null, true, true);
    }

    @Override
    public void write(Cache.Entry<? extends String, ? extends V> entry) {
        calls.add("write " + entry.getKey() + "=" + entry.getValue());
    }

    @Override
    public void writeAll(Collection<Cache.Entry<? extends String, ? extends V>> entries) {
        entries.forEach(this::write);
        entries.clear();
    }

    @Override
    public void delete(Object key) {
        calls.add("delete " + key);
    }

    @Override
    public void deleteAll(Collection<?> keys) {
        keys.forEach(this::delete);
        keys.clear();
    }

    @Override
    public void onCreated(Iterable<CacheEntryEvent<? extends String, ? extends V>> events) {
        events.forEach(event -> log(event, event.getValue()));
    }

    @Override
    public void onUpdated(Iterable<CacheEntryEvent<? extends String, ? extends V>> events) {
        events.forEach(event -> log(event, event.getValue()));
    }

    @Override
    public void onRemoved(Iterable<CacheEntryEvent<? extends String, ? extends V>> events) {
        events.forEach(event -> log(event, null));
    }

    @Override
    public void onExpired(Iterable<CacheEntryEvent<? extends String, ? extends V>> events) {
        events.forEach(event -> log(event, null));
    }

    private void log(CacheEntryEvent<? extends String, ? extends V> event, V value) {
        calls.add(event.getEventType() + " " + event.getKey() + " " + event.getOldValue() + "->" + value);
    }
}
