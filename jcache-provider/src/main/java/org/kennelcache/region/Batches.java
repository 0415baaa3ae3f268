package org.kennelcache.region;

import static java.util.stream.Collectors.toCollection;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.Map;
import java.util.Set;
import java.util.function.Supplier;
import org.kennelcache.region.WriteThrough.Unwritten;
import org.kennelcache.spi.BackendException;
import org.kennelcache.store.EntryStore;
import org.kennelcache.store.Transition;

/**
 * Operations on many entries that call a loader or a writer once for all of them.
 *
 * <p>The keys of a batch stay locked while the application's code runs, so that what it saw or wrote is what is stored.
 * A synchronous listener that fails keeps nothing of the batch from being done.
 */
final class Batches<K, V> {

    private final EntryStore<K, V> store;
    private final Operations<V> operations;
    private final KeyMutex<K> mutex;
    private final GuardedPipeline<K, V> pipeline;
    private final ReadThrough<K, V> loader;
    private final WriteThrough<K, V> writer;

    Batches(
            EntryStore<K, V> store,
            Operations<V> operations,
            KeyMutex<K> mutex,
            GuardedPipeline<K, V> pipeline,
            ReadThrough<K, V> loader,
            WriteThrough<K, V> writer) {
        this.store = store;
        this.operations = operations;
        this.mutex = mutex;
        this.pipeline = pipeline;
        this.loader = loader;
        this.writer = writer;
    }

    private Map<K, V> load(Set<K> keys) {
        Map<K, V> loaded = loader.loadAll(keys.stream().map(store::copyKey).collect(toCollection(ArrayList::new)));
        Map<K, V> own = new HashMap<>(loaded.size() * 2);
        loaded.forEach((key, value) -> own.put(key, store.copyIn(value)));
        return own;
    }

    /** Loads entries in one call and stores them over whatever is there. */
    void reloadAll(Set<K> keys) {
        locked(keys, () -> {
            Map<K, V> loaded = load(keys);
            Map<K, Transition<V, Boolean>> stores = new HashMap<>(loaded.size() * 2);
            for (K key : keys) {
                V value = loaded.get(key);
                if (value != null) {
                    store.requireStorable(value);
                    stores.put(key, operations.load(value));
                }
            }
            runAll(stores, new Failures());
        });
    }

    /** Writes values in one call of the writer, and stores those that it has written. */
    void putAll(Map<K, V> values) {
        Map<K, Transition<V, Boolean>> puts = new HashMap<>(values.size() * 2);
        values.forEach((key, value) -> puts.put(key, operations.put(value)));
        writeThrough(puts, () -> writer.writeAll(values));
    }

    /** Deletes keys in one call of the writer, and removes those that it has deleted. */
    void removeAll(Set<K> keys) {
        Map<K, Transition<V, Boolean>> removals = new HashMap<>(keys.size() * 2);
        keys.forEach(key -> removals.put(key, operations.remove()));
        writeThrough(removals, () -> writer.deleteAll(keys));
    }

    private void writeThrough(Map<K, Transition<V, Boolean>> changes, Supplier<Unwritten<K>> write) {
        locked(changes.keySet(), () -> {
            Unwritten<K> unwritten = write.get();
            Failures failures = new Failures();
            if (unwritten.failure() != null) {
                failures.add(unwritten.failure());
            }
            Map<K, Transition<V, Boolean>> written = new HashMap<>(changes);
            written.keySet().removeAll(unwritten.keys());
            runAll(written, failures);
        });
    }

    private void runAll(Map<K, Transition<V, Boolean>> transitions, Failures failures) {
        failures.throwAfter(() -> pipeline.runAll(transitions, failures));
    }

    private void locked(Set<K> keys, Runnable work) {
        mutex.lockAll(keys);
        try {
            work.run();
        } catch (BackendException e) {
            keys.forEach(key -> mutex.failed(key, e));
            throw e;
        } finally {
            mutex.unlockAll(keys);
        }
    }
}
