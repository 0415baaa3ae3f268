package org.kennelcache.spring;

import java.util.Collection;
import java.util.stream.Collectors;
import javax.cache.CacheManager;
import org.jspecify.annotations.Nullable;
import org.springframework.cache.Cache;
import org.springframework.cache.jcache.JCacheCacheManager;

/**
 * Spring's manager of JCache caches, in which {@code @Cacheable(sync = true)} on a cache of Kennel's calls its method once for a
 * key, however many threads of however many JVMs miss it at the same time.
 *
 * <p>Spring's own hands the method in as an entry processor, of which each JVM runs one. Caches of other providers stay as they
 * are there.
 */
@SuppressWarnings("exports") // who meets this class has Spring
public class RegionCacheManager extends JCacheCacheManager {

    /**
     * A manager of all caches of another.
     *
     * @param cacheManager the one of {@code javax.cache}
     */
    public RegionCacheManager(CacheManager cacheManager) {
        super(cacheManager);
    }

    @Override
    protected Collection<Cache> loadCaches() {
        return super.loadCaches().stream().map(this::shared).collect(Collectors.toList());
    }

    @Override
    protected @Nullable Cache getMissingCache(String name) {
        Cache cache = super.getMissingCache(name);
        return cache == null ? null : shared(cache);
    }

    private Cache shared(Cache cache) {
        return RegionCache.of(cache, isAllowNullValues());
    }
}
