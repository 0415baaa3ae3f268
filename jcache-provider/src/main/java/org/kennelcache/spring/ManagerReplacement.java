package org.kennelcache.spring;

import javax.cache.CacheManager;
import org.springframework.beans.factory.config.BeanPostProcessor;
import org.springframework.cache.jcache.JCacheCacheManager;

/** Replaces Spring's managers of JCache caches before they are used; applications' own subclasses stay. */
final class ManagerReplacement implements BeanPostProcessor {

    @Override
    public Object postProcessBeforeInitialization(Object bean, String name) {
        if (bean.getClass() != JCacheCacheManager.class) {
            return bean;
        }
        JCacheCacheManager replaced = (JCacheCacheManager) bean;
        CacheManager caches = replaced.getCacheManager();
        return caches == null ? bean : replacement(replaced, caches);
    }

    private static RegionCacheManager replacement(JCacheCacheManager replaced, CacheManager caches) {
        RegionCacheManager manager = new RegionCacheManager(caches);
        manager.setAllowNullValues(replaced.isAllowNullValues());
        manager.setTransactionAware(replaced.isTransactionAware());
        return manager;
    }
}
