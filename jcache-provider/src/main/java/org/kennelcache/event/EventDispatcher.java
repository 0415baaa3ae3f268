package org.kennelcache.event;

import java.util.List;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.Executor;
import javax.cache.Cache;
import javax.cache.configuration.CacheEntryListenerConfiguration;
import javax.cache.event.CacheEntryListenerException;
import javax.cache.event.EventType;
import org.jspecify.annotations.Nullable;

/**
 * The listeners of a cache.
 *
 * <p>Guarantees, provided that {@link #dispatch} is called in the order in which the entry changed:
 *
 * <ul>
 *   <li>each listener hears of the changes of an entry in the order in which they happened;
 *   <li>every synchronous listener has been called when {@link #dispatch} returns, whatever the others did; what they
 *       threw is one exception with the rest as suppressed ones;
 *   <li>asynchronous listeners never delay, nor fail, the caller;
 *   <li>after deregistration or {@link #close} a listener hears nothing more.
 * </ul>
 */
public final class EventDispatcher<K, V> implements AutoCloseable {

    private final Cache<K, V> source;
    private final Executor threads;
    private final List<Registration<K, V>> registrations = new CopyOnWriteArrayList<>();

    /**
     * Without listeners.
     *
     * @param source the cache that events name as theirs
     * @param threads run asynchronous listeners
     */
    public EventDispatcher(Cache<K, V> source, Executor threads) {
        this.source = source;
        this.threads = threads;
    }

    /** Whether nobody listens. */
    public boolean isEmpty() {
        return registrations.isEmpty();
    }

    /** Whether anybody listens for events of a type. */
    public boolean wants(EventType type) {
        return registrations.stream().anyMatch(registration -> registration.wants(type));
    }

    /** Creates the listener and its filter. */
    public void register(CacheEntryListenerConfiguration<K, V> configuration) {
        registrations.add(new Registration<>(configuration, threads));
    }

    /** Closes the listener and forgets it, if it is there. */
    public void deregister(CacheEntryListenerConfiguration<K, V> configuration) {
        List<Registration<K, V>> ending = registrations.stream()
                .filter(registration -> registration.configuration().equals(configuration))
                .toList();
        registrations.removeAll(ending);
        ending.forEach(Registration::close);
    }

    /**
     * Tells everybody who wants to know.
     *
     * @param happenings what happened to one entry, in that order
     * @throws CacheEntryListenerException if synchronous listeners failed
     */
    public void dispatch(List<Happening<K, V>> happenings) {
        Throwable failure = null;
        for (Happening<K, V> happening : happenings) {
            for (Registration<K, V> registration : registrations) {
                if (registration.wants(happening.type())) {
                    failure = deliver(registration, happening, failure);
                }
            }
        }
        if (failure instanceof Error error) {
            throw error;
        }
        if (failure != null) {
            throw (CacheEntryListenerException) failure;
        }
    }

    private @Nullable Throwable deliver(
            Registration<K, V> registration, Happening<K, V> happening, @Nullable Throwable earlier) {
        Throwable failure;
        try {
            registration.deliver(source, happening);
            return earlier;
        } catch (CacheEntryListenerException | Error e) {
            failure = e;
        } catch (RuntimeException e) {
            failure = new CacheEntryListenerException(
                    "a synchronous listener failed on " + happening.type() + " in cache " + source.getName(), e);
        }
        if (earlier == null) {
            return failure;
        }
        if (earlier != failure) {
            earlier.addSuppressed(failure);
        }
        return earlier;
    }

    /** Closes all listeners. */
    @Override
    public void close() {
        registrations.forEach(Registration::close);
        registrations.clear();
    }
}
