package org.kennelcache.spring;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.util.concurrent.Callable;
import javax.cache.CacheManager;
import javax.cache.configuration.MutableConfiguration;
import org.junit.jupiter.api.AutoClose;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.kennelcache.dogpile.Region;
import org.kennelcache.jcache.KennelCachingProvider;
import org.springframework.cache.Cache;
import org.springframework.cache.Cache.ValueRetrievalException;
import org.springframework.cache.concurrent.ConcurrentMapCache;

class RegionCacheManagerTest {

    @AutoClose
    private final KennelCachingProvider provider = new KennelCachingProvider();

    private final CacheManager caches = provider.getCacheManager();
    private final RegionCacheManager manager = new RegionCacheManager(caches);

    @BeforeEach
    void createCache() {
        caches.createCache("dogs", new MutableConfiguration<>());
    }

    private Cache dogs() {
        manager.afterPropertiesSet();
        Cache dogs = manager.getCache("dogs");
        assertThat(dogs).isNotNull();
        return dogs;
    }

    @Test
    void get_missing_loadedUnderTheLockOfItsRegion() {
        @SuppressWarnings("unchecked") // the cache's own types
        Region<Object, Object> region = caches.getCache("dogs").unwrap(Region.class);

        assertThat(dogs().get("Rex", () -> region.isLocked("Rex"))).isTrue();
    }

    @Test
    void get_again_notLoadedAgain() {
        Cache dogs = dogs();
        dogs.get("Rex", () -> "collie");

        assertThat(dogs.get("Rex", () -> "never")).isEqualTo("collie");
        assertThat(dogs.get("Rex", String.class)).isEqualTo("collie");
    }

    @Test
    void get_loaderGivesNull_nullAndKept() {
        Cache dogs = dogs();
        Callable<String> none = () -> null;

        assertThat(dogs.get("Rex", none)).isNull();
        assertThat(dogs.get("Rex")).isNotNull();
        assertThat(dogs.get("Rex", () -> "never")).isNull();
    }

    @Test
    void get_loaderGivesNullWhereNoneIsAllowed_refused() {
        manager.setAllowNullValues(false);
        Cache dogs = dogs();
        Callable<String> none = () -> null;

        assertThatThrownBy(() -> dogs.get("Rex", none))
                .isInstanceOf(ValueRetrievalException.class)
                .hasCauseInstanceOf(IllegalArgumentException.class);
    }

    @Test
    void get_loaderFails_failsWithItsExceptionAndNothingIsKept() {
        Cache dogs = dogs();
        IOException bitten = new IOException("bitten");
        Callable<String> failing = () -> {
            throw bitten;
        };

        assertThatThrownBy(() -> dogs.get("Rex", failing))
                .isInstanceOf(ValueRetrievalException.class)
                .hasCause(bitten);
        assertThat(dogs.get("Rex")).isNull();
    }

    @Test
    void getCache_createdLater_isKennelsToo() {
        manager.afterPropertiesSet();
        caches.createCache("cats", new MutableConfiguration<>());

        assertThat(manager.getCache("cats")).isInstanceOf(RegionCache.class);
        assertThat(manager.getCache("birds")).isNull();
    }

    @Test
    void of_cacheOfAnother_stays() {
        Cache foreign = new ConcurrentMapCache("foreign");

        assertThat(RegionCache.of(foreign, true)).isSameAs(foreign);
    }
}
