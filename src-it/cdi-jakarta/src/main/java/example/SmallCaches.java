package example;

import java.lang.annotation.Annotation;
import javax.cache.Cache;
import javax.cache.CacheManager;
import javax.cache.Caching;
import javax.cache.annotation.CacheInvocationContext;
import javax.cache.annotation.CacheMethodDetails;
import javax.cache.annotation.CacheResolver;
import javax.cache.annotation.CacheResolverFactory;
import javax.cache.annotation.CacheResult;
import org.kennelcache.config.KennelConfiguration;

/** No bean: made by its constructor. Creates caches of a hundred entries. */
public class SmallCaches implements CacheResolverFactory {

    @Override
    public CacheResolver getCacheResolver(CacheMethodDetails<? extends Annotation> method) {
        return new SmallCache("small-" + method.getCacheName());
    }

    @Override
    public CacheResolver getExceptionCacheResolver(CacheMethodDetails<CacheResult> method) {
        return new SmallCache("small-" + method.getCacheAnnotation().exceptionCacheName());
    }

    private record SmallCache(String name) implements CacheResolver {
        @Override
        @SuppressWarnings("unchecked")
        public <K, V> Cache<K, V> resolveCache(CacheInvocationContext<? extends Annotation> invocation) {
            CacheManager manager = Caching.getCachingProvider().getCacheManager();
            synchronized (manager) {
                Cache<K, V> cache = manager.getCache(name);
                return cache != null
                        ? cache
                        : (Cache<K, V>) manager.createCache(
                                name,
                                KennelConfiguration.of(Object.class, Object.class)
                                        .maximumSize(100)
                                        .build());
            }
        }
    }
}
