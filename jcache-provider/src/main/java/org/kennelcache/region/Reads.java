package org.kennelcache.region;

import java.util.HashMap;
import java.util.HashSet;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.kennelcache.store.EntryStore;
import org.kennelcache.store.Transition;

/**
 * Reading of one entry and of several: straight from the store where that is all there is to do, else as an operation
 * that may load, renew early, move deadlines, and tell listeners of what has expired.
 */
final class Reads<K, V> {

    private final EntryStore<K, V> store;
    private final Operations<V> operations;
    private final Pipelines<K, V> pipelines;
    private final ReadThrough<K, V> loader;
    private final Loads<K, V> loads;
    private final Statistics statistics;
    private final boolean readsTouch;
    private final boolean renewsEarly;
    private final boolean asksStoreFirst;

    /**
     * Reads.
     *
     * @param readsTouch whether reading moves deadlines
     * @param renewsEarly whether a value that is good may have to be loaded anew
     */
    Reads(
            EntryStore<K, V> store,
            Operations<V> operations,
            Pipelines<K, V> pipelines,
            ReadThrough<K, V> loader,
            Loads<K, V> loads,
            Statistics statistics,
            boolean readsTouch,
            boolean renewsEarly) {
        this.store = store;
        this.operations = operations;
        this.pipelines = pipelines;
        this.loader = loader;
        this.loads = loads;
        this.statistics = statistics;
        this.readsTouch = readsTouch;
        this.renewsEarly = loader.isActive() && renewsEarly;
        this.asksStoreFirst = !readsTouch && !this.renewsEarly;
    }

    @Nullable
    V get(K key) {
        if (statistics.isEnabled()) {
            return countedGet(key, statistics.tally());
        }
        V value = asksStoreFirst ? store.get(key) : null;
        return value == null && (!asksStoreFirst || pipelines.isGuarded()) ? read(key) : value;
    }

    private @Nullable V countedGet(K key, Tally tally) {
        if (asksStoreFirst && !tally.timesGet()) {
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
        V value = asksStoreFirst ? store.get(key) : null;
        if (value == null && (!asksStoreFirst || pipelines.isGuarded())) {
            value = read(key);
        } else {
            statistics.recordLookups(value == null ? 0 : 1, value == null ? 1 : 0);
        }
        statistics.end(Timed.GET, begun);
        return value;
    }

    private @Nullable V read(K key) {
        K own = store.copyKey(key);
        if (!loader.isActive()) {
            return run(own, operations.get());
        }
        V present = readsTouch && !renewsEarly ? run(own, operations.getIfPresent()) : null;
        return present == null ? loads.get(own) : present;
    }

    private @Nullable V run(K own, Transition<V, V> transition) {
        V value = pipelines.run(own, transition);
        return value == null ? null : store.copyOut(value);
    }

    Map<K, V> getAll(Set<? extends K> keys) {
        long begun = statistics.begin(Timed.GET);
        Map<K, V> found = asksStoreFirst ? store.getAll(keys) : new HashMap<>(keys.size() * 2);
        if (!asksStoreFirst || pipelines.isGuarded()) {
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
        if ((readsTouch && !renewsEarly) || !loader.isActive()) {
            readEach(rest, found);
            rest.removeAll(found.keySet());
        }
        if (loader.isActive()) {
            found.putAll(loads.getAll(rest));
        }
    }

    private void readEach(Set<K> keys, Map<K, V> found) {
        Transition<V, V> reading = loader.isActive() ? operations.getIfPresent() : operations.get();
        Map<K, Transition<V, V>> readings = new HashMap<>(keys.size() * 2);
        keys.forEach(key -> readings.put(store.copyKey(key), reading));
        Failures failures = new Failures();
        failures.throwAfter(() ->
                pipelines.runAll(readings, failures).forEach((key, value) -> found.put(key, store.copyOut(value))));
    }
}
