package org.kennelcache.cdi;

import javax.cache.annotation.CacheDefaults;
import javax.cache.annotation.CacheKeyGenerator;
import javax.cache.annotation.CacheResolverFactory;

/**
 * What the annotations of JSR-107 have in common.
 *
 * @param cacheName the name of the cache; empty: not said
 * @param resolverFactory finds the cache; the interface itself: not said
 * @param keyGenerator makes the keys; the interface itself: not said
 */
record Attributes(
        String cacheName,
        Class<? extends CacheResolverFactory> resolverFactory,
        Class<? extends CacheKeyGenerator> keyGenerator) {

    static final Attributes UNSAID = new Attributes("", CacheResolverFactory.class, CacheKeyGenerator.class);

    static Attributes of(CacheDefaults defaults) {
        return new Attributes(defaults.cacheName(), defaults.cacheResolverFactory(), defaults.cacheKeyGenerator());
    }

    /** These, and where they say nothing, others. */
    Attributes orElse(Attributes defaults) {
        return new Attributes(
                cacheName.isEmpty() ? defaults.cacheName : cacheName,
                resolverFactory == CacheResolverFactory.class ? defaults.resolverFactory : resolverFactory,
                keyGenerator == CacheKeyGenerator.class ? defaults.keyGenerator : keyGenerator);
    }
}
