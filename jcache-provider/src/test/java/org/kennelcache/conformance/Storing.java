package org.kennelcache.conformance;

import java.util.Map;
import java.util.stream.Stream;
import javax.cache.Cache;
import javax.cache.processor.EntryProcessor;

/** The operations that store a value: what holds for one of them holds for all. */
enum Storing {
    PUT(Acts.ALWAYS, false) {
        @Override
        <V> Object store(Cache<String, V> cache, String key, V old, V value) {
            cache.put(key, value);
            return null;
        }
    },
    PUT_ALL(Acts.ALWAYS, false) {
        @Override
        <V> Object store(Cache<String, V> cache, String key, V old, V value) {
            cache.putAll(Map.of(key, value));
            return null;
        }
    },
    PUT_IF_ABSENT(Acts.ON_ABSENT, true) {
        @Override
        <V> Object store(Cache<String, V> cache, String key, V old, V value) {
            return cache.putIfAbsent(key, value);
        }
    },
    GET_AND_PUT(Acts.ALWAYS, true) {
        @Override
        <V> Object store(Cache<String, V> cache, String key, V old, V value) {
            return cache.getAndPut(key, value);
        }
    },
    REPLACE(Acts.ON_PRESENT, true) {
        @Override
        <V> Object store(Cache<String, V> cache, String key, V old, V value) {
            return cache.replace(key, value);
        }
    },
    REPLACE_EXACTLY(Acts.ON_PRESENT, true) {
        @Override
        <V> Object store(Cache<String, V> cache, String key, V old, V value) {
            return cache.replace(key, old, value);
        }
    },
    GET_AND_REPLACE(Acts.ON_PRESENT, true) {
        @Override
        <V> Object store(Cache<String, V> cache, String key, V old, V value) {
            return cache.getAndReplace(key, value);
        }
    },
    INVOKE(Acts.ALWAYS, true) {
        @Override
        <V> Object store(Cache<String, V> cache, String key, V old, V value) {
            EntryProcessor<String, V, Object> set = (entry, arguments) -> {
                entry.setValue(value);
                return null;
            };
            return cache.invoke(key, set);
        }
    };

    private enum Acts {
        ALWAYS,
        ON_ABSENT,
        ON_PRESENT
    }

    private final Acts acts;
    private final boolean looks;

    Storing(Acts acts, boolean looks) {
        this.acts = acts;
        this.looks = looks;
    }

    /**
     * Carries out the operation.
     *
     * @param old the value that is there, if one is
     * @return what the operation answers, null if nothing
     */
    abstract <V> Object store(Cache<String, V> cache, String key, V old, V value);

    /** Stores {@link Conformance#NEW} under {@link Conformance#KEY}, where {@link Conformance#OLD} may be. */
    final Object store(Cache<String, String> cache) {
        return store(cache, Conformance.KEY, Conformance.OLD, Conformance.NEW);
    }

    boolean creates() {
        return acts != Acts.ON_PRESENT;
    }

    boolean updates() {
        return acts != Acts.ON_ABSENT;
    }

    /** What is counted where there is nothing, besides a put. */
    Counts miss() {
        return looks ? Counts.NONE.miss() : Counts.NONE;
    }

    /** What is counted where there is an entry, besides a put. */
    Counts hit() {
        return looks ? Counts.NONE.hit() : Counts.NONE;
    }

    /** What the operation answers when it has updated {@link Conformance#OLD}. */
    Object updated() {
        return switch (this) {
            case REPLACE, REPLACE_EXACTLY -> true;
            case GET_AND_PUT, GET_AND_REPLACE -> Conformance.OLD;
            case PUT, PUT_ALL, INVOKE -> null;
            case PUT_IF_ABSENT -> false;
        };
    }

    /** Those that store where there is nothing. */
    static Stream<Storing> creating() {
        return Stream.of(values()).filter(Storing::creates);
    }

    /** Those that store where there is an entry. */
    static Stream<Storing> updating() {
        return Stream.of(values()).filter(Storing::updates);
    }

    /** Those that do nothing where there is nothing. */
    static Stream<Storing> neverCreating() {
        return Stream.of(values()).filter(operation -> !operation.creates());
    }
}
