package example;

import static org.assertj.core.api.Assertions.assertThat;

import io.micrometer.core.instrument.MeterRegistry;
import java.net.URI;
import java.nio.file.Path;
import javax.cache.Cache;
import javax.cache.CacheManager;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.kennelcache.micrometer.StoreMetrics;
import org.kennelcache.spi.StoreMonitor;
import org.kennelcache.testing.ConfigurationFile;
import org.kennelcache.testing.RedisServer;

/** Caches on Redis, as the application is configured. */
class RedisTest extends CachingContract {
    @TempDir
    private static Path folder;

    private final RedisServer server = RedisServer.start();

    @Override
    URI configuration() {
        return ConfigurationFile.write(folder, Application.class, "/kennel.conf", server);
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
    void storeMetrics_aLookup_countedByOperation() {
        MeterRegistry registry = bean(MeterRegistry.class);
        new StoreMetrics(cache()).bindTo(registry);

        pedigrees().of("Bruno");

        assertThat(registry.get("kennel.store.calls")
                        .tags("cache", "pedigrees", "operation", "commit")
                        .functionTimer()
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
