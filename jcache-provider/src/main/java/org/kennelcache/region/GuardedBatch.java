package org.kennelcache.region;

import java.util.HashMap;
import java.util.Map;
import org.kennelcache.spi.Backend;
import org.kennelcache.spi.BackendException;
import org.kennelcache.store.Decision;
import org.kennelcache.store.EntryStore;
import org.kennelcache.store.Prior;
import org.kennelcache.store.Transition;

/**
 * Runs transitions that need no writer as {@link GuardedPipeline} does, but many at once, under the mutexes of all
 * their keys.
 *
 * <p>Guarantee: listeners and statistics hear of each entry that is known to be changed, also when the store fails
 * midway, or one entry loses race after race. Hazard: of those that the store was changing when it failed, and had not
 * answered for, some may be changed, and nobody hears of them.
 */
record GuardedBatch<K, V>(EntryStore<K, V> store, KeyMutex<K> mutex, Statistics statistics, Notifier<K, V> notifier) {

    <R> Map<K, R> runAll(Map<K, Transition<V, R>> transitions, Failures failures) {
        Map<K, R> results = new HashMap<>(transitions.size() * 2);
        Map<K, Transition<V, R>> part = new HashMap<>();
        transitions.forEach((key, transition) -> {
            part.put(key, transition);
            if (part.size() == Backend.MAX_BATCH) {
                run(part, results, failures);
                part.clear();
            }
        });
        if (!part.isEmpty()) {
            run(part, results, failures);
        }
        return results;
    }

    private <R> void run(Map<K, Transition<V, R>> transitions, Map<K, R> results, Failures failures) {
        mutex.lockAll(transitions.keySet());
        try {
            store.updateAll(transitions, (key, prior, decision) -> {
                R result = decision.result();
                if (result != null) {
                    results.put(key, result);
                }
                tell(key, prior, decision, failures);
            });
        } catch (BackendException e) {
            transitions.keySet().forEach(key -> mutex.failed(key, e));
            throw e;
        } finally {
            mutex.unlockAll(transitions.keySet());
        }
    }

    private void tell(K key, Prior<V> prior, Decision<V, ?> decision, Failures failures) {
        statistics.record(decision);
        try {
            notifier.committed(key, prior, decision);
        } catch (RuntimeException e) {
            failures.add(e); // which keeps the others from nothing
        }
    }
}
