package org.kennelcache.jcache;

import javax.cache.management.CacheMXBean;

/** A cache's configuration, as JMX shows it. */
record ConfigurationBean(KennelCache<?, ?> cache) implements CacheMXBean {

    @Override
    public String getKeyType() {
        return cache.settings().getKeyType().getName();
    }

    @Override
    public String getValueType() {
        return cache.settings().getValueType().getName();
    }

    @Override
    public boolean isReadThrough() {
        return cache.settings().isReadThrough();
    }

    @Override
    public boolean isWriteThrough() {
        return cache.settings().isWriteThrough();
    }

    @Override
    public boolean isStoreByValue() {
        return cache.settings().isStoreByValue();
    }

    @Override
    public boolean isStatisticsEnabled() {
        return cache.settings().isStatisticsEnabled();
    }

    @Override
    public boolean isManagementEnabled() {
        return cache.settings().isManagementEnabled();
    }
}
