package example;

import static org.assertj.core.api.Assertions.assertThat;

import io.micrometer.core.instrument.MeterRegistry;
import java.net.URI;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.Callable;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import javax.cache.Cache;
import javax.cache.CacheManager;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.kennelcache.spi.StoreMonitor;
import org.kennelcache.testing.ConfigurationFile;
import org.kennelcache.testing.RedisServer;
import org.springframework.boot.builder.SpringApplicationBuilder;
import org.springframework.context.ConfigurableApplicationContext;

/** Caches on Redis, as the application is configured. */
class RedisTest extends CachingContract {
    private static final int THREADS = 8;

    @TempDir
    private static Path folder;

    private final RedisServer server = RedisServer.start();

    @Override
    URI configuration() {
        return ConfigurationFile.write(folder, Application.class, "/kennel.conf", server);
    }

    @Override
    Class<?>[] sources() {
        return new Class<?>[] {Application.class, Monitoring.class};
    }

    @AfterAll
    @Override
    void stop() {
        super.stop();
        server.close();
    }

    @Test
    void cacheable_onRedis_entryIsThere() {
        server.command("FLUSHALL");

        pedigrees().of("Asta");

        assertThat(server.command("DBSIZE")).isEqualTo(1L);
    }

    @Test
    void cacheable_syncByManyThreadsOfTwoApplications_oneLookup() throws Exception {
        Path others = Files.copy(Path.of(configuration()), folder.resolve("other.conf"));
        try (ConfigurableApplicationContext other =
                new SpringApplicationBuilder(Application.class).run("--spring.cache.jcache.config=" + others.toUri())) {
            Pedigrees second = other.getBean(Pedigrees.class);
            ExecutorService threads = Executors.newFixedThreadPool(2 * THREADS);
            try {
                List<Callable<Pedigree>> lookups = new ArrayList<>();
                for (int i = 0; i < THREADS; i++) {
                    lookups.add(() -> pedigrees().of("Lassie"));
                    lookups.add(() -> second.of("Lassie"));
                }
                for (Future<Pedigree> found : threads.invokeAll(lookups)) {
                    assertThat(found.get().dog()).isEqualTo("Lassie");
                }
            } finally {
                threads.shutdownNow();
            }
            assertThat(pedigrees().lookups("Lassie") + second.lookups("Lassie")).isEqualTo(1);
        }
    }

    @Test
    void meterBinders_aLookup_countedByOperationAndAsMade() {
        MeterRegistry registry = bean(MeterRegistry.class);

        pedigrees().of("Bruno");

        assertThat(registry.get("kennel.store.calls")
                        .tags("cache", "pedigrees", "operation", "commit")
                        .functionTimer()
                        .count())
                .isPositive();
        assertThat(registry.get("kennel.dogpile.regenerations")
                        .tags("cache", "pedigrees")
                        .functionCounter()
                        .count())
                .isPositive();
    }

    @Test
    void health_serverAnswers_noFailure() {
        assertThat(cache().unwrap(StoreMonitor.class).failure()).isEmpty();
    }

    private Cache<Object, Object> cache() {
        return bean(CacheManager.class).getCache("pedigrees");
    }
}
