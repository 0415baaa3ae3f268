package org.kennelcache.region;

import org.jspecify.annotations.Nullable;
import org.kennelcache.store.Transition;

/** How a region runs an operation on an entry: read, decide, before commit, commit, after commit. */
interface Pipeline<K, V> {

    /** Runs a transition atomically and gives its result. */
    <R> @Nullable R run(K key, Transition<V, R> transition);
}
