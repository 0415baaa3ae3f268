package org.kennelcache.region;

import java.util.HashMap;
import java.util.HashSet;
import java.util.Map;
import java.util.Set;
import javax.cache.integration.CacheLoaderException;
import org.jspecify.annotations.Nullable;
import org.kennelcache.store.EntryStore;

/**
 * Reading of one entry and of several: straight from the store where that is all there is to do, else as an operation that
 * may load, move deadlines, and tell listeners of what has expired.
 */
final class Reads<K, V> {

    private final EntryStore<K, V> store;
    private final Operations<V> operations;
    private final Pipelines<K, V> pipelines;
    private final Batches<K, V> batches;
    private final ReadThrough<K, V> loader;
    private final Statistics statistics;
    private final boolean readsTouch;

    /** Reads; {@code readsTouch} says whether reading moves deadlines. */
    Reads(
            EntryStore<K, V> store,
            Operations<V> operations,
            Pipelines<K, V> pipelines,
            Batches<K, V> batches,
            ReadThrough<K, V> loader,
            Statistics statistics,
            boolean readsTouch) {
        this.store = store;
        this.operations = operations;
        this.pipelines = pipelines;
        this.batches = batches;
        this.loader = loader;
        this.statistics = statistics;
        this.readsTouch = readsTouch;
    }

    @Nullable
    V get(K key) {
        if (statistics.isEnabled()) {
            return countedGet(key, statistics.tally());
        }
        V value = readsTouch ? null : store.get(key);
        return value == null && (readsTouch || pipelines.isGuarded()) ? read(key) : value;
    }

    private @Nullable V countedGet(K key, Tally tally) {
        if (!readsTouch && !tally.timesGet()) {
            V value = store.get(key);
            if (value != null) {
                tally.addHits(1);
                return value;
            }
            if (!pipelines.isGuarded()) {
                tally.addMisses(1);
                return null;
            }
            return read(key);
        }
        return timedGet(key);
    }

    private @Nullable V timedGet(K key) {
        long begun = statistics.begin(Timed.GET);
        V value = readsTouch ? null : store.get(key);
        if (value == null && (readsTouch || pipelines.isGuarded())) {
            value = read(key);
        } else {
            statistics.recordLookups(value == null ? 0 : 1, value == null ? 1 : 0);
        }
        statistics.end(Timed.GET, begun);
        return value;
    }

    private @Nullable V read(K key) {
        K own = store.copyKey(key);
        try {
            V value = pipelines.run(own, loader.isActive() ? operations.getOrLoad(() -> load(own)) : operations.get());
            return value == null ? null : store.copyOut(value);
        } catch (CacheLoaderException e) {
            statistics.recordLookups(0, 1);
            throw e;
        }
    }

    private @Nullable V load(K key) {
        V loaded = loader.load(store.copyKey(key));
        return loaded == null ? null : store.copyIn(loaded);
    }

    Map<K, V> getAll(Set<? extends K> keys) {
        long begun = statistics.begin(Timed.GET);
        Map<K, V> found = readsTouch ? new HashMap<>(keys.size() * 2) : store.getAll(keys);
        if (readsTouch || pipelines.isGuarded()) {
            statistics.recordLookups(found.size(), 0);
            readRest(keys, found);
        } else {
            statistics.recordLookups(found.size(), keys.size() - found.size());
        }
        statistics.end(Timed.GET, begun, keys.size());
        return found;
    }

    private void readRest(Set<? extends K> keys, Map<K, V> found) {
        Set<K> rest = new HashSet<>(keys);
        if (rest.contains(null)) {
            throw new NullPointerException("a key in keys");
        }
        rest.removeAll(found.keySet());
        if (loader.isActive()) {
            loadRest(owned(rest), found);
            return;
        }
        Batches.forEach(rest, new Failures(), key -> {
            V value = read(key);
            if (value != null) {
                found.put(key, value);
            }
        });
    }

    private void loadRest(Set<K> rest, Map<K, V> found) {
        try {
            batches.getOrLoadAll(rest, found);
        } catch (CacheLoaderException e) {
            statistics.recordLookups(0, rest.size());
            throw e;
        }
    }

    private Set<K> owned(Set<K> keys) {
        Set<K> owned = new HashSet<>(keys.size() * 2);
        keys.forEach(key -> owned.add(store.copyKey(key)));
        return owned;
    }
}
