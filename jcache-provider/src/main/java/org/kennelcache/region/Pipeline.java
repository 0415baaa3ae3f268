package org.kennelcache.region;

import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.kennelcache.store.Transition;

/** How a region runs an operation on an entry: read, decide, before commit, commit, after commit. */
interface Pipeline<K, V> {

    /** Runs a transition atomically and gives its result. */
    <R> @Nullable R run(K key, Transition<V, R> transition);

    /**
     * Runs transitions of which none needs the writer, each atomically.
     *
     * @param failures takes what comes of telling listeners, which keeps nothing from being done
     * @return those results that are not null
     */
    <R> Map<K, R> runAll(Map<K, Transition<V, R>> transitions, Failures failures);
}
