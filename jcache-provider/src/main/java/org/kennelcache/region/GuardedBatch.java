package org.kennelcache.region;

import java.util.HashMap;
import java.util.Map;
import org.kennelcache.spi.Backend;
import org.kennelcache.spi.BackendException;
import org.kennelcache.store.CommitListener;
import org.kennelcache.store.EntryStore;
import org.kennelcache.store.Transition;

/**
 * Runs transitions that need no writer as {@link GuardedPipeline} does, but many at once, under the mutexes of all
 * their keys.
 *
 * <p>Guarantee: {@code commits} hears of each entry that is known to be changed, also when the store fails midway, or
 * one entry loses race after race. Hazard: of those that the store was changing when it failed, and had not answered
 * for, some may be changed, and it does not hear of them.
 */
record GuardedBatch<K, V>(EntryStore<K, V> store, KeyMutex<K> mutex) {

    <R> void runAll(Map<K, Transition<V, R>> transitions, CommitListener<K, V, R> commits) {
        Map<K, Transition<V, R>> part = new HashMap<>();
        transitions.forEach((key, transition) -> {
            part.put(key, transition);
            if (part.size() == Backend.MAX_BATCH) {
                run(part, commits);
                part.clear();
            }
        });
        if (!part.isEmpty()) {
            run(part, commits);
        }
    }

    private <R> void run(Map<K, Transition<V, R>> transitions, CommitListener<K, V, R> commits) {
        mutex.lockAll(transitions.keySet());
        try {
            store.updateAll(transitions, commits);
        } catch (BackendException e) {
            transitions.keySet().forEach(key -> mutex.failed(key, e));
            throw e;
        } finally {
            mutex.unlockAll(transitions.keySet());
        }
    }
}
