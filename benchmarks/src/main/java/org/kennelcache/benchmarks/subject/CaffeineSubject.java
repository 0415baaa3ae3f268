package org.kennelcache.benchmarks.subject;

import com.github.benmanes.caffeine.cache.Cache;
import com.github.benmanes.caffeine.cache.Caffeine;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** Caffeine through its own API, without bounds and without copies: as fast as a JCache cache over it could become. */
final class CaffeineSubject implements Subject {

    private final Cache<String, Object> cache;

    private CaffeineSubject(Cache<String, Object> cache) {
        this.cache = cache;
    }

    static CaffeineSubject open(CacheSetup setup) {
        Caffeine<Object, Object> builder = Caffeine.newBuilder();
        return new CaffeineSubject(setup.statistics() ? builder.recordStats().build() : builder.build());
    }

    @Override
    public @Nullable Object get(String key) {
        return cache.getIfPresent(key);
    }

    @Override
    public void put(String key, Object value) {
        cache.put(key, value);
    }

    @Override
    public Map<String, Object> getAll(Set<String> keys) {
        return cache.getAllPresent(keys);
    }

    @Override
    public void putAll(Map<String, Object> entries) {
        cache.putAll(entries);
    }

    @Override
    public @Nullable Object invoke(String key, Object value) {
        return cache.asMap().compute(key, (present, old) -> old == null ? null : value);
    }

    @Override
    public @Nullable Object increment(String key) {
        return cache.asMap().computeIfPresent(key, (present, old) -> (Long) old + 1);
    }

    @Override
    public boolean putIfAbsent(String key, Object value) {
        return cache.asMap().putIfAbsent(key, value) == null;
    }

    @Override
    public boolean replace(String key, Object value) {
        return cache.asMap().replace(key, value) != null;
    }

    @Override
    public boolean remove(String key) {
        return cache.asMap().remove(key) != null;
    }

    @Override
    public void close() {
        cache.invalidateAll();
    }
}
