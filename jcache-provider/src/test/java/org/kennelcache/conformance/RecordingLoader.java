package org.kennelcache.conformance;

import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.function.Supplier;
import javax.cache.integration.CacheLoader;

/** A loader over a map that remembers for which keys it was called: a list for each call. */
final class RecordingLoader implements CacheLoader<String, String>, AutoCloseable {

    private final Map<String, String> source = new ConcurrentHashMap<>();
    private final List<List<String>> calls = new CopyOnWriteArrayList<>();
    private volatile Supplier<RuntimeException> failure;
    private volatile boolean closed;

    /** Values to be loaded. */
    void provide(String key, String value) {
        source.put(key, value);
    }

    /** From now on every call fails. */
    void failWith(Supplier<RuntimeException> newFailure) {
        failure = newFailure;
    }

    List<List<String>> calls() {
        return List.copyOf(calls);
    }

    boolean isClosed() {
        return closed;
    }

    @Override
    public String load(String key) {
        begin(List.of(key));
        return source.get(key);
    }

    @Override
    public Map<String, String> loadAll(Iterable<? extends String> keys) {
        Map<String, String> loaded = new HashMap<>();
        keys.forEach(key -> loaded.put(key, source.get(key)));
        begin(loaded.keySet().stream().sorted().toList());
        return loaded;
    }

    private void begin(List<String> keys) {
        calls.add(keys);
        if (failure != null) {
            throw failure.get();
        }
    }

    @Override
    public void close() {
        closed = true;
    }
}
