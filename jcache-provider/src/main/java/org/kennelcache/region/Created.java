package org.kennelcache.region;

import java.util.Map;

/**
 * What became of several keys whose values were wanted.
 *
 * @param values by key; a key that is in neither map has no value
 * @param failures why a key has none; those of one key concern no other
 */
public record Created<K, V>(Map<K, V> values, Map<K, CreatorException> failures) {

    /** Nothing failed. */
    static <K, V> Created<K, V> of(Map<K, V> values) {
        return new Created<>(values, Map.of());
    }
}
