package org.kennelcache.region;

import org.kennelcache.store.Transition;

/**
 * What a call that gets or creates means for the statistics, and for deadlines that reading moves: a hit for whoever is given
 * a value that was there or that somebody else made, a miss for whoever ran its creator.
 */
record Lookups<K, V>(
        Statistics statistics,
        RegenerationCounters regenerations,
        Pipeline<K, V> pipeline,
        Transition<V, Boolean> visit,
        boolean readsTouch) {

    /** A caller is given what somebody else made while it wanted to. */
    void spared(K key, Call<?> call) {
        regenerations.spared();
        hit(key, call);
    }

    /** A caller is given what it saw, fresh or not. */
    void served(K key, Call<?> call, Sighting<?> seen) {
        if (!seen.isFresh()) {
            regenerations.servedStale();
        }
        hit(key, call);
    }

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
