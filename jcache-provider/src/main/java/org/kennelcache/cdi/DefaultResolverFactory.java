package org.kennelcache.cdi;

import jakarta.enterprise.inject.Instance;
import java.lang.System.Logger;
import java.lang.System.Logger.Level;
import java.lang.annotation.Annotation;
import javax.cache.Cache;
import javax.cache.CacheException;
import javax.cache.CacheManager;
import javax.cache.Caching;
import javax.cache.annotation.CacheInvocationContext;
import javax.cache.annotation.CacheMethodDetails;
import javax.cache.annotation.CacheResolver;
import javax.cache.annotation.CacheResolverFactory;
import javax.cache.annotation.CacheResult;
import javax.cache.configuration.MutableConfiguration;
import org.jspecify.annotations.Nullable;
import org.kennelcache.jcache.KennelCachingProvider;

/**
 * Finds caches by name: in the application's bean of type {@link CacheManager} if it has one, else in Kennel's default
 * manager. A cache that isn't there is created, with the standard's defaults and what the configuration file says for
 * its name.
 */
final class DefaultResolverFactory implements CacheResolverFactory {

    private static final Logger LOGGER = System.getLogger(DefaultResolverFactory.class.getName());

    private final Components components;
    private volatile @Nullable CacheManager found;

    DefaultResolverFactory(Components components) {
        this.components = components;
    }

    @Override
    public CacheResolver getCacheResolver(CacheMethodDetails<? extends Annotation> details) {
        return new ByName(details.getCacheName());
    }

    @Override
    public CacheResolver getExceptionCacheResolver(CacheMethodDetails<CacheResult> details) {
        return new ByName(details.getCacheAnnotation().exceptionCacheName());
    }

    /** The manager that was found; another one, once that is closed. */
    private CacheManager manager() {
        CacheManager manager = found;
        if (manager == null || manager.isClosed()) {
            manager = findManager();
            found = manager;
        }
        return manager;
    }

    private CacheManager findManager() {
        Instance<CacheManager> managers = components.beans(CacheManager.class);
        return managers.isUnsatisfied()
                ? Caching.getCachingProvider(KennelCachingProvider.class.getName())
                        .getCacheManager()
                : managers.get();
    }

    private static <K, V> Cache<K, V> create(CacheManager manager, String name) {
        try {
            Cache<K, V> cache = manager.createCache(name, new MutableConfiguration<K, V>());
            LOGGER.log(Level.INFO, "cache \"{0}\" was created for an annotated method: nothing else had", name);
            return cache;
        } catch (CacheException e) {
            Cache<K, V> createdMeanwhile = manager.getCache(name);
            if (createdMeanwhile == null) {
                throw e;
            }
            return createdMeanwhile;
        }
    }

    /** Looks the cache up at each call, since it may have been closed or destroyed meanwhile. */
    private final class ByName implements CacheResolver {

        private final String name;

        ByName(String name) {
            this.name = name;
        }

        @Override
        public <K, V> Cache<K, V> resolveCache(CacheInvocationContext<? extends Annotation> invocation) {
            CacheManager manager = manager();
            Cache<K, V> cache = manager.getCache(name);
            return cache == null ? create(manager, name) : cache;
        }
    }
}
