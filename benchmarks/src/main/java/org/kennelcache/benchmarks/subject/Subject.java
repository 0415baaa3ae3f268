package org.kennelcache.benchmarks.subject;

import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * A cache under test, reduced to the operations that are measured.
 *
 * <p>A JVM must load only one implementation, or the calls through this interface stop being inlined and the figures
 * mean nothing.
 */
public interface Subject extends AutoCloseable {

    @Nullable
    Object get(String key);

    void put(String key, Object value);

    /** Returns what the cache holds of {@code keys}. */
    Map<String, Object> getAll(Set<String> keys);

    /** Stores all entries, each on its own. */
    void putAll(Map<String, Object> entries);

    /** Atomically replaces the value of {@code key} by {@code value} if there is one, and does nothing otherwise. */
    @Nullable
    Object invoke(String key, Object value);

    /** Atomically adds one to the Long of {@code key}, which is there, and returns the sum. */
    @Nullable
    Object increment(String key);

    /** Returns whether {@code value} was stored because {@code key} was absent. */
    boolean putIfAbsent(String key, Object value);

    /** Returns whether {@code key} was there, and so has been given {@code value}. */
    boolean replace(String key, Object value);

    /** Returns whether {@code key} was there, and so has been removed. */
    boolean remove(String key);

    @Override
    void close();
}
