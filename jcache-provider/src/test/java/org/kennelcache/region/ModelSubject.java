package org.kennelcache.region;

import java.util.List;

/** Something that a history can happen to: a region, or the model of one. */
interface ModelSubject {

    /** The keys of a history; operations on several keys are about all of them. */
    List<String> KEYS = List.of("a", "b", "c");

    /**
     * Carries out a step, time included.
     *
     * @return what the operation answers, in a form that can be compared
     */
    Object run(ModelStep step);

    /** Hits, misses, puts, removals. */
    List<Long> counts();

    /** What the writer was told of a key. */
    List<String> writes(String key);

    /** What a loader gives for a key, or null. */
    static Integer source(String key) {
        return key.equals("a") ? Integer.valueOf(-1) : null;
    }
}
