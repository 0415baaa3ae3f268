package org.kennelcache.region;

import java.util.Map;
import javax.cache.processor.EntryProcessorException;

/**
 * What became of several keys whose values were wanted.
 *
 * @param values by key; a key that is in neither map has no value
 * @param failures why a key has none; those of one key concern no other
 */
public record Created<K, V>(Map<K, V> values, Map<K, EntryProcessorException> failures) {

    /** Nothing failed. */
    static <K, V> Created<K, V> of(Map<K, V> values) {
        return new Created<>(values, Map.of());
    }

    /** The values, for a caller that takes them together or not at all. */
    Map<K, V> valuesOrFailure() {
        failures.values().stream().findAny().ifPresent(failure -> {
            throw failure;
        });
        return values;
    }
}
