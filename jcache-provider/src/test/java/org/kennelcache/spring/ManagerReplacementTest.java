package org.kennelcache.spring;

import static org.assertj.core.api.Assertions.assertThat;

import javax.cache.CacheManager;
import org.junit.jupiter.api.AutoClose;
import org.junit.jupiter.api.Test;
import org.kennelcache.jcache.KennelCachingProvider;
import org.springframework.cache.jcache.JCacheCacheManager;

class ManagerReplacementTest {

    @AutoClose
    private final KennelCachingProvider provider = new KennelCachingProvider();

    private final CacheManager caches = provider.getCacheManager();
    private final ManagerReplacement replacement = new ManagerReplacement();

    private Object replaced(Object bean) {
        return replacement.postProcessBeforeInitialization(bean, "bean");
    }

    @Test
    void postProcess_managerOfSpring_replacedWithItsSettings() {
        JCacheCacheManager springs = new JCacheCacheManager(caches);
        springs.setAllowNullValues(false);
        springs.setTransactionAware(true);

        assertThat(replaced(springs)).isInstanceOfSatisfying(RegionCacheManager.class, manager -> {
            assertThat(manager.getCacheManager()).isSameAs(caches);
            assertThat(manager.isAllowNullValues()).isFalse();
            assertThat(manager.isTransactionAware()).isTrue();
        });
    }

    @Test
    void postProcess_subclassOfTheApplication_stays() {
        JCacheCacheManager own = new JCacheCacheManager(caches) {};

        assertThat(replaced(own)).isSameAs(own);
    }

    @Test
    void postProcess_managerWithoutCaches_stays() {
        JCacheCacheManager empty = new JCacheCacheManager();

        assertThat(replaced(empty)).isSameAs(empty);
    }

    @Test
    void postProcess_otherBean_stays() {
        assertThat(replaced("bean")).isEqualTo("bean");
    }
}
