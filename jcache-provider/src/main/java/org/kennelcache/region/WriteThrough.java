package org.kennelcache.region;

import java.util.ArrayList;
import java.util.Collection;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import javax.cache.Cache;
import javax.cache.integration.CacheWriter;
import javax.cache.integration.CacheWriterException;
import org.jspecify.annotations.Nullable;
import org.kennelcache.store.Change;
import org.kennelcache.store.Decision;
import org.kennelcache.store.EntryStore;

/**
 * The cache's writer, called before anything is stored. All that it throws is a {@link CacheWriterException}, and then
 * nothing is stored.
 *
 * @param writer the application's; null where the cache isn't write-through
 * @param store isolates what the writer is given
 */
record WriteThrough<K, V>(@Nullable CacheWriter<? super K, ? super V> writer, EntryStore<K, V> store) {

    /** Whether there is a writer. */
    boolean isActive() {
        return writer != null;
    }

    /** Writes or deletes what a decision is about to change, if it changes anything that the application asked for. */
    void before(K key, Decision<V, ?> decision) {
        if (writer == null) {
            return;
        }
        try {
            switch (decision.change()) {
                case CREATED, STILLBORN, UPDATED -> writer.write(entry(key, decision.written()));
                case REMOVED, REMOVED_NOTHING -> writer.delete(store.copyKey(key));
                case NONE, LOADED, RELOADED -> {}
            }
        } catch (CacheWriterException e) {
            throw e;
        } catch (RuntimeException e) {
            throw failed(e);
        }
    }

    /** Whether two decisions on an entry mean the same call of the writer, so that one call serves for both. */
    static boolean isSameCall(Decision<?, ?> first, Decision<?, ?> second) {
        return first.value() == second.value() && isDelete(first) == isDelete(second);
    }

    private static boolean isDelete(Decision<?, ?> decision) {
        return decision.change() == Change.REMOVED || decision.change() == Change.REMOVED_NOTHING;
    }

    /** Writes entries; the answer says which were not written, and why. */
    Unwritten<K> writeAll(Map<K, V> values) {
        Collection<Cache.Entry<? extends K, ? extends V>> entries = new ArrayList<>(values.size());
        values.forEach((key, value) -> entries.add(entry(key, value)));
        CacheWriterException failure = attempt(() -> writeAllEntries(entries));
        if (failure == null) {
            return Unwritten.none();
        }
        Set<K> left = new HashSet<>();
        entries.forEach(entry -> left.add(entry.getKey()));
        return new Unwritten<>(left, failure);
    }

    /** Deletes keys; the answer says which were not deleted, and why. */
    Unwritten<K> deleteAll(Collection<? extends K> keys) {
        List<Object> left = new ArrayList<>(keys.size());
        keys.forEach(key -> left.add(store.copyKey(key)));
        CacheWriterException failure = attempt(() -> deleteAllKeys(left));
        if (failure == null) {
            return Unwritten.none();
        }
        Set<K> undeleted = new HashSet<>(keys);
        undeleted.retainAll(new HashSet<>(left));
        return new Unwritten<>(undeleted, failure);
    }

    @SuppressWarnings("unchecked") // a writer of supertypes takes these entries
    private void writeAllEntries(Collection<Cache.Entry<? extends K, ? extends V>> entries) {
        if (writer != null) {
            ((CacheWriter<K, V>) writer).writeAll(entries);
        }
    }

    private void deleteAllKeys(List<Object> keys) {
        if (writer != null) {
            writer.deleteAll(keys);
        }
    }

    private @Nullable CacheWriterException attempt(Runnable call) {
        try {
            call.run();
            return null;
        } catch (CacheWriterException e) {
            return e;
        } catch (RuntimeException e) {
            return failed(e);
        }
    }

    private CacheWriterException failed(RuntimeException cause) {
        String name = writer == null ? "none" : writer.getClass().getName();
        return new CacheWriterException("the cache writer failed: " + name, cause);
    }

    private Cache.Entry<K, V> entry(K key, V value) {
        return new PlainEntry<>(store.copyKey(key), store.copyOut(value));
    }

    /**
     * What a writer did not write.
     *
     * @param keys the keys that the writer left in the collection it was given
     * @param failure what it threw; null where it wrote everything
     */
    record Unwritten<K>(Set<K> keys, @Nullable CacheWriterException failure) {

        static <K> Unwritten<K> none() {
            return new Unwritten<>(Set.of(), null);
        }
    }
}
