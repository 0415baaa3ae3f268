package org.kennelcache.spring;

import java.util.concurrent.Callable;
import org.jspecify.annotations.Nullable;
import org.kennelcache.dogpile.CreationOptions;
import org.kennelcache.dogpile.Region;
import org.kennelcache.dogpile.StalePolicy;
import org.kennelcache.jcache.KennelCache;
import org.springframework.cache.Cache;
import org.springframework.cache.jcache.JCacheCache;

/**
 * A cache of Kennel's as Spring sees it, whose {@link #get(Object, Callable)} makes values as a {@link Region} does.
 *
 * <p>They are put, as Spring does. Nobody is given one that is past its age, unless the option {@code stale_policy} says so.
 */
final class RegionCache extends JCacheCache {

    private static final CreationOptions<Object> OPTIONS = CreationOptions.builder()
            .usualStalePolicy(StalePolicy.NEVER)
            .putting(true)
            .build();

    private final Region<Object, Object> region;

    @SuppressWarnings("unchecked") // the cache's own types
    private RegionCache(KennelCache<Object, Object> cache, boolean allowNullValues) {
        super(cache, allowNullValues);
        this.region = cache.unwrap(Region.class);
    }

    /** The same cache, better if it is Kennel's. */
    static Cache of(Cache cache, boolean allowNullValues) {
        return cache.getNativeCache() instanceof KennelCache<?, ?> kennels
                ? new RegionCache(untyped(kennels), allowNullValues)
                : cache;
    }

    @SuppressWarnings("unchecked") // as Spring uses every cache
    private static KennelCache<Object, Object> untyped(KennelCache<?, ?> cache) {
        return (KennelCache<Object, Object>) cache;
    }

    @Override
    @SuppressWarnings("unchecked") // Spring's caller knows what was stored
    public <T> @Nullable T get(Object key, Callable<T> valueLoader) {
        return (T) fromStoreValue(region.getOrCreate(key, missing -> load(missing, valueLoader), OPTIONS));
    }

    private Object load(Object key, Callable<?> valueLoader) {
        try {
            return toStoreValue(valueLoader.call());
        } catch (Exception e) {
            throw new ValueRetrievalException(key, valueLoader, e);
        }
    }
}
