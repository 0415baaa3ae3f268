package org.kennelcache.conformance;

import java.util.List;
import java.util.concurrent.CopyOnWriteArrayList;
import javax.cache.configuration.MutableCacheEntryListenerConfiguration;
import javax.cache.event.CacheEntryCreatedListener;
import javax.cache.event.CacheEntryEvent;
import javax.cache.event.CacheEntryExpiredListener;
import javax.cache.event.CacheEntryRemovedListener;
import javax.cache.event.CacheEntryUpdatedListener;

/** A listener that remembers all it hears, and when it was closed. */
class Recorder<K, V>
        implements CacheEntryCreatedListener<K, V>,
                CacheEntryUpdatedListener<K, V>,
                CacheEntryRemovedListener<K, V>,
                CacheEntryExpiredListener<K, V>,
                AutoCloseable {

    private final List<Event<K, V>> events = new CopyOnWriteArrayList<>();
    private volatile boolean closed;

    /** Synchronous, with old values. */
    MutableCacheEntryListenerConfiguration<K, V> synchronously() {
        return new MutableCacheEntryListenerConfiguration<>(() -> this, null, true, true);
    }

    /** Asynchronous, with old values. */
    MutableCacheEntryListenerConfiguration<K, V> asynchronously() {
        return new MutableCacheEntryListenerConfiguration<>(() -> this, null, true, false);
    }

    List<Event<K, V>> events() {
        return List.copyOf(events);
    }

    void forget() {
        events.clear();
    }

    boolean isClosed() {
        return closed;
    }

    /** Called with every event, before it is remembered. */
    void hear(CacheEntryEvent<? extends K, ? extends V> event) {}

    private void hearAll(Iterable<CacheEntryEvent<? extends K, ? extends V>> heard) {
        heard.forEach(event -> {
            hear(event);
            events.add(Event.of(event));
        });
    }

    @Override
    public void onCreated(Iterable<CacheEntryEvent<? extends K, ? extends V>> created) {
        hearAll(created);
    }

    @Override
    public void onUpdated(Iterable<CacheEntryEvent<? extends K, ? extends V>> updated) {
        hearAll(updated);
    }

    @Override
    public void onRemoved(Iterable<CacheEntryEvent<? extends K, ? extends V>> removed) {
        hearAll(removed);
    }

    @Override
    public void onExpired(Iterable<CacheEntryEvent<? extends K, ? extends V>> expired) {
        hearAll(expired);
    }

    @Override
    public void close() {
        closed = true;
    }
}
