package org.kennelcache.region;

import java.util.Arrays;
import java.util.HashMap;
import java.util.HashSet;
import java.util.Iterator;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.Executor;
import java.util.function.LongConsumer;
import javax.cache.Cache;
import javax.cache.configuration.CacheEntryListenerConfiguration;
import javax.cache.event.EventType;
import javax.cache.integration.CacheWriterException;
import javax.cache.integration.CompletionListener;
import javax.cache.processor.EntryProcessor;
import javax.cache.processor.EntryProcessorException;
import org.jspecify.annotations.Nullable;
import org.kennelcache.dogpile.DogpileMonitor;
import org.kennelcache.event.EventDispatcher;
import org.kennelcache.event.Resources;
import org.kennelcache.store.Backoff;
import org.kennelcache.store.Decision.Lookup;
import org.kennelcache.store.EntryStore;
import org.kennelcache.store.Rejections;
import org.kennelcache.store.Retries;
import org.kennelcache.store.Transition;

/**
 * A cache without its {@code javax.cache} face: entries, and the rules for them.
 *
 * <p>Guarantees: every operation is atomic for its key; what a caller gives or gets is isolated from what is stored,
 * where the cache stores by value; statistics and events follow from what was committed, and from nothing else.
 *
 * <p>Hazards: in a cache without loader, writer and listeners an entry processor runs under the lock of its entry in
 * the heap's map, so it must not use other entries but to read them, and not even that where reading moves deadlines;
 * the same holds for {@link java.util.concurrent.ConcurrentHashMap}. In any other cache, application code that uses a
 * second key while it is called for a first one holds the one while it waits for the other.
 * Where entries are on servers, processors of this JVM take turns for a key, and one runs again if another JVM changed
 * the entry meanwhile; after {@link Retries so many} lost races an operation ends in a
 * {@link org.kennelcache.spi.ContentionException}.
 *
 * <p>No method takes null; arguments have been checked.
 */
public final class Region<K, V> implements AutoCloseable {

    private final EntryStore<K, V> store;
    private final Operations<V> operations;
    private final ExpiryRules expiry;
    private final ReadThrough<K, V> loader;
    private final WriteThrough<K, V> writer;
    private final EventDispatcher<K, V> events;
    private final Statistics statistics;
    private final Rejections rejections;
    private final Clocks clocks;
    private final Executor background;
    private final KeyMutex<K> mutex;
    private final Pipelines<K, V> pipelines;
    private final Batches<K, V> batches;
    private final Dogpiles<K, V> dogpiles;
    private final Loads<K, V> loads;
    private final Reads<K, V> reads;
    private final RegionSettings<K, V> settings;
    private final boolean readsTouch;
    private final boolean writesBlindly;
    private final boolean guardsProcessors;
    private volatile boolean closed;

    /**
     * A region without listeners.
     *
     * @param face the cache that events name as theirs
     */
    public Region(RegionSettings<K, V> settings, Cache<K, V> face) {
        this.settings = settings;
        this.clocks = settings.clocks();
        this.background = settings.background();
        this.events = new EventDispatcher<>(face, background);
        this.expiry = new ExpiryRules(settings.expiryPolicy());
        this.readsTouch = expiry.readsTouch();
        this.writesBlindly = expiry.writesAlike();
        this.guardsProcessors = settings.storage() instanceof Storage.Remote;
        this.operations = new Operations<>(expiry);
        this.statistics = new Statistics(clocks.nanos(), settings.statisticsEnabled());
        this.rejections = new Rejections(clocks.nanos());
        SweptEntries<K, V> swept =
                new SweptEntries<>(statistics, () -> events.wants(EventType.EXPIRED), background, this::announceSwept);
        this.store = Stores.create(settings, expiry.isEternal(), swept, rejections);
        this.loader = new ReadThrough<>(settings.loader(), settings.readThrough());
        this.writer = new WriteThrough<>(settings.writer(), store);
        this.mutex = new KeyMutex<>();
        boolean staysStale = settings.dogpile().softAge() != null;
        Notifier<K, V> notifier = new Notifier<>(events, store, swept, staysStale);
        LongConsumer sleeper = settings.storage().retrying(clocks.sleeper());
        Backoff backoff = new Backoff(Retries.DEFAULT, settings.random(), sleeper);
        GuardedPipeline<K, V> guarded =
                new GuardedPipeline<>(store, mutex, writer, statistics, notifier, clocks.wall(), backoff);
        this.pipelines = new Pipelines<>(new DirectPipeline<>(store, statistics), guarded);
        this.batches = new Batches<>(store, operations, mutex, guarded, loader, writer);
        Works<K, V> works = Works.of(store, operations, pipelines, statistics, readsTouch, settings);
        this.dogpiles = new Dogpiles<>(works, settings.dogpile());
        this.loads = new Loads<>(dogpiles, loader, settings.dogpile());
        this.reads = new Reads<>(
                store,
                operations,
                pipelines,
                loader,
                loads,
                statistics,
                readsTouch,
                settings.dogpile().earlyRefresh() > 0);
        chooseGuard();
    }

    /** The value, loaded where it is missing and the cache is read-through; else null. */
    public @Nullable V get(K key) {
        return reads.get(key);
    }

    /** The values of those of the keys that have one, or for which one could be loaded. No key may be null. */
    public Map<K, V> getAll(Set<? extends K> keys) {
        return reads.getAll(keys);
    }

    /** Whether there is an entry; no read of it. */
    public boolean containsKey(K key) {
        return store.contains(key);
    }

    /** Loads entries in the background; the listener, if there is one, is called once, and never by this thread. */
    public void loadAll(Set<? extends K> keys, boolean replaceExisting, @Nullable CompletionListener completion) {
        Set<K> owned = owned(keys);
        Runnable load = () -> {
            if (replaceExisting) {
                batches.reloadAll(owned);
            } else {
                loads.loadMissing(owned);
            }
        };
        background.execute(new LoadAll(
                () -> {
                    if (loader.exists() && !closed) {
                        load.run();
                    }
                },
                completion));
    }

    /** Stores a value. */
    public void put(K key, V value) {
        long begun = statistics.begin(Timed.PUT);
        if (writesBlindly && !pipelines.isGuarded()) {
            store.put(store.copyKey(key), store.copyIn(value), blindDeadline());
            statistics.recordPuts(1);
        } else {
            pipelines.run(store.copyKey(key), operations.put(store.copyIn(value)));
        }
        statistics.end(Timed.PUT, begun);
    }

    /** Stores values: each atomically, not all at once. */
    public void putAll(Map<? extends K, ? extends V> values) {
        long begun = statistics.begin(Timed.PUT);
        Map<K, V> owned = new HashMap<>(values.size() * 2);
        values.forEach((key, value) -> owned.put(store.copyKey(key), store.copyIn(value)));
        if (writer.isActive()) {
            owned.values().forEach(store::requireStorable);
            batches.putAll(owned);
        } else if (writesBlindly && !pipelines.isGuarded()) {
            store.putAll(owned, blindDeadline(), statistics::recordPuts);
        } else {
            owned.values().forEach(store::requireStorable);
            Map<K, Transition<V, Boolean>> puts = new HashMap<>(owned.size() * 2);
            owned.forEach((key, value) -> puts.put(key, operations.put(value)));
            runAll(puts);
        }
        statistics.end(Timed.PUT, begun, values.size());
    }

    private void runAll(Map<K, Transition<V, Boolean>> transitions) {
        Failures failures = new Failures();
        failures.throwAfter(() -> pipelines.runAll(transitions, failures));
    }

    private long blindDeadline() {
        return expiry.afterCreation(expiry.isEternal() ? 0 : clocks.wall().millis());
    }

    /** Stores a value and gives the one that was there. */
    public @Nullable V getAndPut(K key, V value) {
        return copyOut(timed(Timed.PUT, key, operations.getAndPut(store.copyIn(value))));
    }

    /** Stores a value where there is none. */
    public boolean putIfAbsent(K key, V value) {
        return test(Timed.PUT, key, operations.putIfAbsent(store.copyIn(value)));
    }

    /** Stores a value where there is one. */
    public boolean replace(K key, V value) {
        return test(Timed.PUT, key, operations.replace(store.copyIn(value)));
    }

    /** Stores a value where there is one equal to {@code expected}. */
    public boolean replace(K key, V expected, V value) {
        return test(Timed.PUT, key, operations.replace(expected, store.copyIn(value)));
    }

    /** Stores a value where there is one, and gives that one. */
    public @Nullable V getAndReplace(K key, V value) {
        return copyOut(timed(Timed.PUT, key, operations.getAndReplace(store.copyIn(value))));
    }

    /** Removes an entry. */
    public boolean remove(K key) {
        return test(Timed.REMOVE, key, operations.remove());
    }

    /** Removes an entry whose value equals {@code expected}. */
    public boolean remove(K key, V expected) {
        return test(Timed.REMOVE, key, operations.remove(expected));
    }

    /** Removes an entry and gives its value. */
    public @Nullable V getAndRemove(K key) {
        return copyOut(timed(Timed.REMOVE, key, operations.getAndRemove()));
    }

    /** Removes entries: each atomically, not all at once. */
    public void removeAll(Set<? extends K> keys) {
        long begun = statistics.begin(Timed.REMOVE);
        if (writer.isActive()) {
            batches.removeAll(owned(keys));
        } else if (pipelines.isGuarded() || statistics.isEnabled()) {
            Map<K, Transition<V, Boolean>> removals = new HashMap<>(keys.size() * 2);
            keys.forEach(key -> removals.put(store.copyKey(key), operations.remove()));
            runAll(removals);
        } else {
            store.removeAll(keys);
        }
        statistics.end(Timed.REMOVE, begun, keys.size());
    }

    /** Removes every entry there is, as if by its key. */
    public void removeAll() {
        Set<K> keys = store.keys();
        if (!keys.isEmpty()) {
            removeAll(keys);
        }
    }

    /** Empties the store; nobody hears of it. */
    public void clear() {
        store.clear();
    }

    /** Empties the store for good, wherever it is; nobody hears of it. */
    public void destroy() {
        store.destroy();
    }

    /** What dogpile.cache has and {@code javax.cache} hasn't. */
    public Dogpiles<K, V> dogpiles() {
        return dogpiles;
    }

    /** Runs an entry processor. */
    public <R> @Nullable R invoke(K key, EntryProcessor<K, V, R> processor, @Nullable Object... arguments) {
        K own = store.copyKey(key);
        Invocation<K, V, R> invocation = new Invocation<>(own, processor, arguments, operations, store, loader);
        try {
            return guardsProcessors ? pipelines.guarded().run(own, invocation) : pipelines.run(own, invocation);
        } catch (EntryProcessorException e) {
            statistics.recordLookups(invocation.met() == Lookup.HIT ? 1 : 0, invocation.met() == Lookup.MISS ? 1 : 0);
            throw e;
        } catch (CacheWriterException e) {
            throw new EntryProcessorException(e);
        }
    }

    /** The live entries. */
    public Iterator<Map.Entry<K, V>> iterator() {
        return new RegionIterator<>(this, store.entries());
    }

    void visited(K key) {
        if (readsTouch) {
            pipelines.run(key, operations.visit());
        } else {
            statistics.recordLookups(1, 0);
        }
    }

    /** Adds a listener. */
    public void register(CacheEntryListenerConfiguration<K, V> listener) {
        events.register(listener);
        chooseGuard();
    }

    /** Removes a listener and closes it. */
    public void deregister(CacheEntryListenerConfiguration<K, V> listener) {
        events.deregister(listener);
        chooseGuard();
    }

    /** What was counted. */
    public Statistics statistics() {
        return statistics;
    }

    /** How often a record on a server was none of this cache's entries, for each reason that occurred. */
    public Map<String, Long> undecodableRecords() {
        return rejections.counts();
    }

    /** What watches this region: a {@link DogpileMonitor}, and what its {@link Storage#capability storage} has. */
    public <T> Optional<T> capability(Class<T> type) {
        return type == DogpileMonitor.class
                ? Optional.of(type.cast(dogpiles.monitor()))
                : settings.storage().capability(type);
    }

    /** Ends the region: what the application gave to it is closed, and not called any more. */
    @Override
    public void close() {
        closed = true;
        mutex.close();
        dogpiles.close();
        events.close();
        Resources.close(Arrays.asList(
                settings.loader(),
                settings.writer(),
                settings.expiryPolicy(),
                settings.dogpile().runner()));
        store.close();
    }

    /** One at a time, so that what is chosen last fits the listeners there are. */
    private synchronized void chooseGuard() {
        pipelines.guard(loader.isActive() || writer.isActive() || !events.isEmpty());
    }

    private void announceSwept(K key) {
        if (!closed) {
            pipelines.guarded().announceSwept(key);
        }
    }

    private <R> @Nullable R timed(Timed kind, K key, Transition<V, R> transition) {
        long begun = statistics.begin(kind);
        R result = pipelines.run(store.copyKey(key), transition);
        statistics.end(kind, begun);
        return result;
    }

    private boolean test(Timed kind, K key, Transition<V, Boolean> transition) {
        return Boolean.TRUE.equals(timed(kind, key, transition));
    }

    private @Nullable V copyOut(@Nullable V value) {
        return value == null ? null : store.copyOut(value);
    }

    private Set<K> owned(Set<? extends K> keys) {
        Set<K> owned = new HashSet<>(keys.size() * 2);
        keys.forEach(key -> owned.add(store.copyKey(key)));
        return owned;
    }
}
