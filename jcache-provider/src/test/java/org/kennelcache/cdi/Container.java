package org.kennelcache.cdi;

import jakarta.enterprise.inject.se.SeContainer;
import jakarta.enterprise.inject.se.SeContainerInitializer;
import javax.cache.Cache;
import javax.cache.CacheManager;
import javax.cache.Caching;
import javax.cache.configuration.MutableConfiguration;

/** A CDI container with some beans and what Kennel's jar brings, and Kennel's default manager; closing closes both. */
final class Container implements AutoCloseable {

    private final SeContainer container;

    @SuppressWarnings("unchecked") // an array of classes of extensions
    Container(Class<?>... beans) {
        container = SeContainerInitializer.newInstance()
                .disableDiscovery()
                .addExtensions(CachingExtension.class)
                .addBeanClasses(beans)
                .initialize();
    }

    <T> T bean(Class<T> type) {
        return container.select(type).get();
    }

    static CacheManager manager() {
        return Caching.getCachingProvider().getCacheManager();
    }

    /** A cache that an annotated method has created; else null. */
    static Cache<Object, Object> cache(String name) {
        return manager().getCache(name);
    }

    static Cache<Object, Object> create(String name) {
        return manager().createCache(name, new MutableConfiguration<>());
    }

    @Override
    public void close() {
        container.close();
        Caching.getCachingProvider().close();
    }
}
