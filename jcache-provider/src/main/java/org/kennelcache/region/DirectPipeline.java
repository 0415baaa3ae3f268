package org.kennelcache.region;

import java.util.HashMap;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.kennelcache.store.Decision;
import org.kennelcache.store.EntryStore;
import org.kennelcache.store.Transition;

/** For caches without loader, writer and listeners: nothing comes before a commit, and only counting after it. */
record DirectPipeline<K, V>(EntryStore<K, V> store, Statistics statistics) implements Pipeline<K, V> {

    @Override
    public <R> @Nullable R run(K key, Transition<V, R> transition) {
        Decision<V, R> decision = store.update(key, transition);
        statistics.record(decision);
        return decision.result();
    }

    @Override
    public <R> Map<K, R> runAll(Map<K, Transition<V, R>> transitions, Failures failures) {
        Map<K, R> results = new HashMap<>(transitions.size() * 2);
        store.updateAll(transitions, (key, prior, decision) -> {
            statistics.record(decision);
            R result = decision.result();
            if (result != null) {
                results.put(key, result);
            }
        });
        return results;
    }
}
