package example;

import static org.assertj.core.api.Assertions.as;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.InstanceOfAssertFactories.COLLECTION;

import io.micrometer.core.instrument.MeterRegistry;
import java.io.IOException;
import java.math.BigDecimal;
import java.net.URI;
import java.util.Collections;
import java.util.List;
import java.util.concurrent.Callable;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.kennelcache.spring.RegionCacheManager;
import org.springframework.boot.builder.SpringApplicationBuilder;
import org.springframework.cache.CacheManager;
import org.springframework.context.ConfigurableApplicationContext;

/** What Spring's annotations, those of JSR-107 and the actuator get from caches, wherever these keep their entries. */
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
abstract class CachingContract {
    private static final int THREADS = 8;

    private ConfigurableApplicationContext application;
    private Pedigrees pedigrees;
    private Prices prices;

    /** The configuration of the caches. */
    abstract URI configuration();

    /** What the application is made of. */
    Class<?>[] sources() {
        return new Class<?>[] {Application.class};
    }

    @BeforeAll
    void start() {
        application = new SpringApplicationBuilder(sources()).run("--spring.cache.jcache.config=" + configuration());
        pedigrees = application.getBean(Pedigrees.class);
        prices = application.getBean(Prices.class);
    }

    @AfterAll
    void stop() {
        application.close();
    }

    final Pedigrees pedigrees() {
        return pedigrees;
    }

    final <T> T bean(Class<T> type) {
        return application.getBean(type);
    }

    @Test
    void cacheManager_ofSpring_isKennels() {
        assertThat(application.getBean(CacheManager.class))
                .isInstanceOf(RegionCacheManager.class)
                .extracting(CacheManager::getCacheNames, as(COLLECTION))
                .containsExactly("pedigrees", "prices");
        assertThat(application
                        .getBean(javax.cache.CacheManager.class)
                        .getCachingProvider()
                        .getClass()
                        .getName())
                .isEqualTo("org.kennelcache.jcache.KennelCachingProvider");
    }

    @Test
    void cacheable_syncByManyThreads_oneLookup() throws Exception {
        ExecutorService threads = Executors.newFixedThreadPool(THREADS);
        try {
            Callable<Pedigree> lookup = () -> pedigrees.of("Rex");
            for (Future<Pedigree> found : threads.invokeAll(Collections.nCopies(THREADS, lookup))) {
                assertThat(found.get()).isEqualTo(new Pedigree("Rex", List.of("Rolf", "Laika")));
            }
        } finally {
            threads.shutdownNow();
        }
        assertThat(pedigrees.lookups("Rex")).isEqualTo(1);
    }

    @Test
    void cacheable_syncAndFails_failsAsItIsAndCalledAgain() {
        assertThatThrownBy(() -> pedigrees.ofImpostor("Tom"))
                .isInstanceOf(IOException.class)
                .hasMessage("Tom is a cat");
        assertThatThrownBy(() -> pedigrees.ofImpostor("Tom")).isInstanceOf(IOException.class);

        assertThat(pedigrees.lookups("Tom")).isEqualTo(2);
    }

    @Test
    void cacheable_null_kept() {
        assertThat(pedigrees.ofStray("Streuner")).isNull();
        assertThat(pedigrees.ofStray("Streuner")).isNull();

        assertThat(pedigrees.lookups("Streuner")).isEqualTo(1);
    }

    @Test
    void cachePutAndEvict_ofSpring_storeAndRemove() {
        pedigrees.lookUp("Bello");
        pedigrees.of("Bello");
        assertThat(pedigrees.lookups("Bello")).isEqualTo(1);

        pedigrees.forget("Bello");

        pedigrees.of("Bello");
        assertThat(pedigrees.lookups("Bello")).isEqualTo(2);
    }

    @Test
    void cacheResult_twice_oneCalculation() {
        Price price = prices.of("Rex", 2026);

        assertThat(prices.of("Rex", 2026)).isEqualTo(price);
        assertThat(prices.calculations("Rex")).isEqualTo(1);

        assertThat(prices.of("Rex", 2027)).isNotEqualTo(price);
        assertThat(prices.calculations("Rex")).isEqualTo(2);
    }

    @Test
    void cachePutAndRemove_ofJsr107_storeAndRemove() {
        Price agreed = new Price(BigDecimal.TEN, "EUR");

        prices.agree("Bello", 2026, agreed);
        prices.agree("Laika", 2026, agreed);
        assertThat(prices.of("Bello", 2026)).isEqualTo(agreed);

        prices.forget("Bello", 2026);
        assertThat(prices.of("Bello", 2026)).isNotEqualTo(agreed);
        assertThat(prices.of("Laika", 2026)).isEqualTo(agreed);

        prices.forgetAll();
        assertThat(prices.of("Laika", 2026)).isNotEqualTo(agreed);
    }

    @Test
    void metrics_aMissAndTwoHits_counted() {
        double misses = counted("cache.gets", "result", "miss");
        double hits = counted("cache.gets", "result", "hit");
        double puts = counted("cache.puts");

        pedigrees.of("Laika");
        pedigrees.of("Laika");
        pedigrees.of("Laika");

        assertThat(counted("cache.gets", "result", "miss") - misses).isEqualTo(1);
        assertThat(counted("cache.gets", "result", "hit") - hits).isEqualTo(2);
        assertThat(counted("cache.puts") - puts).isEqualTo(1);
    }

    private double counted(String meter, String... tags) {
        return application
                .getBean(MeterRegistry.class)
                .get(meter)
                .tag("cache", "pedigrees")
                .tags(tags)
                .functionCounter()
                .count();
    }
}
