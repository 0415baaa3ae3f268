package org.kennelcache.conformance;

import java.util.Set;
import javax.cache.Cache;
import javax.cache.processor.EntryProcessor;

/** The operations that read a value, and load it in a read-through cache: what holds for one of them holds for all. */
enum Reading {
    GET {
        @Override
        <V> V read(Cache<String, V> cache, String key) {
            return cache.get(key);
        }
    },
    GET_ALL {
        @Override
        <V> V read(Cache<String, V> cache, String key) {
            return cache.getAll(Set.of(key)).get(key);
        }
    },
    INVOKE {
        @Override
        <V> V read(Cache<String, V> cache, String key) {
            EntryProcessor<String, V, V> read = (entry, arguments) -> entry.getValue();
            return cache.invoke(key, read);
        }
    };

    abstract <V> V read(Cache<String, V> cache, String key);

    /** Reads {@link Conformance#KEY}. */
    final <V> V read(Cache<String, V> cache) {
        return read(cache, Conformance.KEY);
    }
}
