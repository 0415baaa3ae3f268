package org.kennelcache.benchmarks.subject;

import java.net.URI;
import java.util.Map;
import java.util.Set;
import javax.cache.Cache;
import javax.cache.CacheManager;
import javax.cache.Caching;
import javax.cache.configuration.MutableConfiguration;
import javax.cache.spi.CachingProvider;
import org.jspecify.annotations.Nullable;

/**
 * The cache that the only JCache provider on the class path makes of a plain {@link MutableConfiguration}. If there is
 * a
 * {@link ConfigurationFile} for the contender, the manager is configured by it.
 */
final class JCacheSubject implements Subject {

    private static final ReplaceValue REPLACE_VALUE = new ReplaceValue();
    private static final Increment INCREMENT = new Increment();

    private final CachingProvider provider;
    private final Cache<String, Object> cache;

    private JCacheSubject(CachingProvider provider, Cache<String, Object> cache) {
        this.provider = provider;
        this.cache = cache;
    }

    static JCacheSubject open(String contender, CacheSetup setup) {
        CachingProvider provider = Caching.getCachingProvider();
        MutableConfiguration<String, Object> configuration = new MutableConfiguration<String, Object>()
                .setTypes(String.class, valueType(setup))
                .setStoreByValue(setup.byValue())
                .setStatisticsEnabled(setup.statistics());
        URI uri = ConfigurationFile.of(contender, setup).orElseGet(provider::getDefaultURI);
        CacheManager manager = provider.getCacheManager(uri, provider.getDefaultClassLoader());
        return new JCacheSubject(provider, manager.createCache("benchmark", configuration));
    }

    @SuppressWarnings("unchecked") // the benchmarks store nothing else in this cache
    private static Class<Object> valueType(CacheSetup setup) {
        return (Class<Object>) setup.valueType();
    }

    @Override
    public @Nullable Object get(String key) {
        return cache.get(key);
    }

    @Override
    public void put(String key, Object value) {
        cache.put(key, value);
    }

    @Override
    public Map<String, Object> getAll(Set<String> keys) {
        return cache.getAll(keys);
    }

    @Override
    public void putAll(Map<String, Object> entries) {
        cache.putAll(entries);
    }

    @Override
    public @Nullable Object invoke(String key, Object value) {
        return cache.invoke(key, REPLACE_VALUE, value);
    }

    @Override
    public @Nullable Object increment(String key) {
        return cache.invoke(key, INCREMENT);
    }

    @Override
    public boolean putIfAbsent(String key, Object value) {
        return cache.putIfAbsent(key, value);
    }

    @Override
    public boolean replace(String key, Object value) {
        return cache.replace(key, value);
    }

    @Override
    public boolean remove(String key) {
        return cache.remove(key);
    }

    @Override
    public void close() {
        provider.close();
    }
}
