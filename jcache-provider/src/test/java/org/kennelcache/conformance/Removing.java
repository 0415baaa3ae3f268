package org.kennelcache.conformance;

import java.util.Iterator;
import java.util.Set;
import java.util.stream.Stream;
import javax.cache.Cache;
import javax.cache.processor.EntryProcessor;

/** The operations that remove an entry: what holds for one of them holds for all. */
@SuppressWarnings("ImmutableEnumChecker") // Counts is a record of numbers
enum Removing {
    REMOVE(Counts.NONE, Counts.NONE, true) {
        @Override
        <V> Object remove(Cache<String, V> cache, String key, V old) {
            return cache.remove(key);
        }
    },
    REMOVE_EXACTLY(Counts.NONE.hit(), Counts.NONE.miss(), false) {
        @Override
        <V> Object remove(Cache<String, V> cache, String key, V old) {
            return cache.remove(key, old);
        }
    },
    GET_AND_REMOVE(Counts.NONE.hit(), Counts.NONE.miss(), true) {
        @Override
        <V> Object remove(Cache<String, V> cache, String key, V old) {
            return cache.getAndRemove(key);
        }
    },
    REMOVE_ALL_KEYS(Counts.NONE, Counts.NONE, true) {
        @Override
        <V> Object remove(Cache<String, V> cache, String key, V old) {
            cache.removeAll(Set.of(key));
            return null;
        }
    },
    REMOVE_ALL(Counts.NONE, Counts.NONE, false) {
        @Override
        <V> Object remove(Cache<String, V> cache, String key, V old) {
            cache.removeAll();
            return null;
        }
    },
    ITERATOR_REMOVE(Counts.NONE.hit(), Counts.NONE, false) {
        @Override
        <V> Object remove(Cache<String, V> cache, String key, V old) {
            Iterator<Cache.Entry<String, V>> entries = cache.iterator();
            while (entries.hasNext()) {
                if (entries.next().getKey().equals(key)) {
                    entries.remove();
                }
            }
            return null;
        }
    },
    INVOKE(Counts.NONE.hit(), Counts.NONE.miss(), true) {
        @Override
        <V> Object remove(Cache<String, V> cache, String key, V old) {
            EntryProcessor<String, V, Object> remove = (entry, arguments) -> {
                entry.remove();
                return null;
            };
            return cache.invoke(key, remove);
        }
    };

    private final Counts hit;
    private final Counts miss;
    private final boolean deletesWhatIsAbsent;

    Removing(Counts hit, Counts miss, boolean deletesWhatIsAbsent) {
        this.hit = hit;
        this.miss = miss;
        this.deletesWhatIsAbsent = deletesWhatIsAbsent;
    }

    /**
     * Carries out the operation.
     *
     * @param old the value that is there, if one is
     * @return what the operation answers, null if nothing
     */
    abstract <V> Object remove(Cache<String, V> cache, String key, V old);

    /** Removes {@link Conformance#KEY}, where {@link Conformance#OLD} may be. */
    final Object remove(Cache<String, String> cache) {
        return remove(cache, Conformance.KEY, Conformance.OLD);
    }

    /** What is counted where there is an entry, besides a removal. */
    Counts hit() {
        return hit;
    }

    /** What is counted where there is nothing. */
    Counts miss() {
        return miss;
    }

    /** What the operation answers when it has removed {@link Conformance#OLD}. */
    Object removed() {
        return switch (this) {
            case REMOVE, REMOVE_EXACTLY -> true;
            case GET_AND_REMOVE -> Conformance.OLD;
            case REMOVE_ALL_KEYS, REMOVE_ALL, ITERATOR_REMOVE, INVOKE -> null;
        };
    }

    /** What the operation answers when there is nothing to remove. */
    Object foundNothing() {
        return (this == REMOVE || this == REMOVE_EXACTLY) ? false : null;
    }

    /** What a writer hears where there is nothing: the operation doesn't know what the writer has. */
    Stream<String> deletionsWhereAbsent() {
        return deletesWhatIsAbsent ? Stream.of("delete " + Conformance.KEY) : Stream.empty();
    }
}
