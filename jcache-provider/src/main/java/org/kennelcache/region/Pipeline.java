package org.kennelcache.region;

import java.util.HashMap;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.kennelcache.store.Transition;

/** How a region runs an operation on an entry: read, decide, before commit, commit, after commit. */
interface Pipeline<K, V> {

    /** Runs a transition atomically and gives its result. */
    <R> @Nullable R run(K key, Transition<V, R> transition);

    /**
     * Runs transitions, each atomically, and gives those results that are not null. A synchronous listener that fails keeps
     * nothing from being done; what it threw is thrown at the end.
     */
    default <R> Map<K, R> runAll(Map<K, Transition<V, R>> transitions) {
        Map<K, R> results = new HashMap<>(transitions.size() * 2);
        Batches.forEach(transitions.entrySet(), new Failures(), each -> {
            R result = run(each.getKey(), each.getValue());
            if (result != null) {
                results.put(each.getKey(), result);
            }
        });
        return results;
    }
}
