package org.kennelcache.event;

import java.lang.System.Logger;
import java.lang.System.Logger.Level;
import java.util.Arrays;
import java.util.List;
import java.util.concurrent.Executor;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.locks.ReentrantReadWriteLock;
import javax.cache.Cache;
import javax.cache.configuration.CacheEntryListenerConfiguration;
import javax.cache.configuration.Factory;
import javax.cache.event.CacheEntryCreatedListener;
import javax.cache.event.CacheEntryEventFilter;
import javax.cache.event.CacheEntryExpiredListener;
import javax.cache.event.CacheEntryListener;
import javax.cache.event.CacheEntryRemovedListener;
import javax.cache.event.CacheEntryUpdatedListener;
import javax.cache.event.EventType;
import org.jspecify.annotations.Nullable;

/**
 * One listener of a cache.
 *
 * <p>A synchronous listener runs on the thread that changed the entry; an asynchronous one gets its events one after
 * the other, in the order they happened. After {@link #close} neither listener nor filter is called again.
 */
final class Registration<K, V> implements AutoCloseable {

    private static final Logger LOGGER = System.getLogger(Registration.class.getName());
    private static final long CLOSE_PATIENCE_SECONDS = 5;

    private final CacheEntryListenerConfiguration<K, V> configuration;
    private final CacheEntryListener<? super K, ? super V> listener;
    private final @Nullable CacheEntryEventFilter<? super K, ? super V> filter;
    private final Executor asynchronous;
    private final ReentrantReadWriteLock delivering = new ReentrantReadWriteLock();
    private volatile boolean closed;

    Registration(CacheEntryListenerConfiguration<K, V> configuration, Executor threads) {
        this.configuration = configuration;
        this.listener = configuration.getCacheEntryListenerFactory().create();
        Factory<CacheEntryEventFilter<? super K, ? super V>> filters = configuration.getCacheEntryEventFilterFactory();
        this.filter = filters == null ? null : filters.create();
        this.asynchronous = new SerialExecutor(threads);
    }

    CacheEntryListenerConfiguration<K, V> configuration() {
        return configuration;
    }

    boolean wants(EventType type) {
        return switch (type) {
            case CREATED -> listener instanceof CacheEntryCreatedListener;
            case UPDATED -> listener instanceof CacheEntryUpdatedListener;
            case REMOVED -> listener instanceof CacheEntryRemovedListener;
            case EXPIRED -> listener instanceof CacheEntryExpiredListener;
        };
    }

    /** Tells the listener now, or lines the event up if the listener is asynchronous. */
    void deliver(Cache<K, V> source, Happening<K, V> happening) {
        EntryEvent<K, V> event = happening.toEvent(source, configuration.isOldValueRequired());
        if (configuration.isSynchronous()) {
            deliverNow(event);
        } else {
            asynchronous.execute(() -> deliverLater(event));
        }
    }

    @SuppressWarnings("CatchingUnchecked") // whatever a listener throws, later events must still come
    private void deliverLater(EntryEvent<K, V> event) {
        try {
            deliverNow(event);
        } catch (Exception | Error e) {
            LOGGER.log(Level.WARNING, "an asynchronous listener failed on " + event, e);
        }
    }

    private void deliverNow(EntryEvent<K, V> event) {
        delivering.readLock().lock();
        try {
            if (accepts(event)) {
                call(event);
            }
        } finally {
            delivering.readLock().unlock();
        }
    }

    private boolean accepts(EntryEvent<K, V> event) {
        if (closed) {
            return false;
        }
        if (filter == null) {
            return true;
        }
        try {
            return filter.evaluate(event) && !closed;
        } catch (RuntimeException e) {
            LOGGER.log(Level.WARNING, "a listener's filter failed on " + event + ": the listener is skipped", e);
            return false;
        }
    }

    @SuppressWarnings("unchecked") // listeners of supertypes are contravariant
    private void call(EntryEvent<K, V> event) {
        switch (event.getEventType()) {
            case CREATED -> ((CacheEntryCreatedListener<K, V>) listener).onCreated(List.of(event));
            case UPDATED -> ((CacheEntryUpdatedListener<K, V>) listener).onUpdated(List.of(event));
            case REMOVED -> ((CacheEntryRemovedListener<K, V>) listener).onRemoved(List.of(event));
            case EXPIRED -> ((CacheEntryExpiredListener<K, V>) listener).onExpired(List.of(event));
        }
    }

    /**
     * Waits, but not for ever, for events that are being delivered, then closes listener and filter. A listener that
     * closes itself is not waited for.
     */
    @Override
    public void close() {
        closed = true;
        boolean idle = delivering.getReadHoldCount() == 0 && awaitDeliveries();
        try {
            Resources.close(Arrays.asList(listener, filter));
        } finally {
            if (idle) {
                delivering.writeLock().unlock();
            }
        }
    }

    private boolean awaitDeliveries() {
        try {
            return delivering.writeLock().tryLock(CLOSE_PATIENCE_SECONDS, TimeUnit.SECONDS);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            return false;
        }
    }
}
