package org.kennelcache.region;

import org.kennelcache.store.Transition;

/**
 * What a call that gets or creates means for the statistics, and for deadlines that reading moves: a hit for whoever is given
 * a value that was there or that somebody else made, a miss for whoever ran its creator.
 */
record Lookups<K, V>(Statistics statistics, Pipeline<K, V> pipeline, Transition<V, Boolean> visit, boolean readsTouch) {

    void hit(K key, Call<?> call) {
        if (call.counts()) {
            if (readsTouch) {
                pipeline.run(key, visit);
            } else {
                statistics.recordLookups(1, 0);
            }
        }
    }

    void miss(Call<?> call) {
        if (call.counts()) {
            statistics.recordLookups(0, 1);
        }
    }
}
