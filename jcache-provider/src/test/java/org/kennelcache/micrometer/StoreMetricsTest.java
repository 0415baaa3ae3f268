package org.kennelcache.micrometer;

import static java.util.concurrent.TimeUnit.NANOSECONDS;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import io.micrometer.core.instrument.MeterRegistry;
import io.micrometer.core.instrument.Tags;
import io.micrometer.core.instrument.simple.SimpleMeterRegistry;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import javax.cache.Cache;
import javax.cache.configuration.MutableConfiguration;
import org.junit.jupiter.api.AutoClose;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.kennelcache.jcache.KennelCachingProvider;
import org.kennelcache.spi.MapBackendFactory;

class StoreMetricsTest {

    @AutoClose
    private final KennelCachingProvider provider = new KennelCachingProvider();

    @AutoClose
    private final MeterRegistry registry = new SimpleMeterRegistry();

    @TempDir
    private Path folder;

    @Test
    void bindTo_cacheOnServers_callsByOperation() throws IOException {
        Cache<String, String> cache = cache(MapBackendFactory.NAME);
        new StoreMetrics(cache, Tags.of("application", "shop")).bindTo(registry);

        cache.put("key", "value");
        cache.get("key");
        cache.get("key");

        assertThat(registry.get("kennel.store.calls")
                        .tags("cache", "books", "application", "shop", "operation", "get")
                        .functionTimer())
                .satisfies(timer -> {
                    assertThat(timer.count()).isEqualTo(2);
                    assertThat(timer.totalTime(NANOSECONDS)).isPositive();
                });
        assertThat(counted("kennel.store.failures", "operation", "get")).isZero();
    }

    @Test
    void bindTo_cacheOnServers_retriesAndUndecodableRecordsByKind() throws IOException {
        Cache<String, String> cache = cache(MapBackendFactory.NAME);
        new StoreMetrics(cache).bindTo(registry);

        assertThat(counted("kennel.store.retries")).isZero();
        assertThat(counted("kennel.store.undecodable", "kind", "unreadable")).isZero();
    }

    @Test
    void bindTo_cacheOnServers_whatAnOutageLeavesBehind() throws IOException {
        Cache<String, String> cache = cache(MapBackendFactory.NAME);
        new StoreMetrics(cache).bindTo(registry);

        assertThat(counted("kennel.store.dropped")).isZero();
        assertThat(registry.get("kennel.store.removals").gauge().value()).isZero();
        assertThat(registry.find("kennel.store.breaker").gauges()).isEmpty();
    }

    @Test
    void bindTo_serverIsDown_stateOfTheBreaker() throws IOException {
        Cache<String, String> cache =
                cache("redis\nredis_server = 127.0.0.1:1\non_backend_error = miss\ndead_retry = 60");
        new StoreMetrics(cache).bindTo(registry);
        assertThat(breaker("closed")).isOne();

        for (int i = 0; i < 5; i++) {
            cache.put("key", "value");
        }

        assertThat(breaker("closed")).isZero();
        assertThat(breaker("open")).isOne();
        assertThat(breaker("half_open")).isZero();
        assertThat(counted("kennel.store.dropped")).isEqualTo(5);
        assertThat(registry.get("kennel.store.removals").gauge().value()).isOne();
    }

    private double breaker(String state) {
        return registry.get("kennel.store.breaker")
                .tags("cache", "books", "state", state)
                .gauge()
                .value();
    }

    @Test
    void new_cacheOnTheHeap_refused() throws IOException {
        Cache<String, String> cache = cache("memory");

        assertThatIllegalArgumentException().isThrownBy(() -> new StoreMetrics(cache));
    }

    private double counted(String name, String... tags) {
        return registry.get(name)
                .tag("cache", "books")
                .tags(tags)
                .functionCounter()
                .count();
    }

    private Cache<String, String> cache(String backend) throws IOException {
        Path file = Files.writeString(folder.resolve("kennel.conf"), "[cache]\nbackend = " + backend + "\n");
        return provider.getCacheManager(file.toUri(), null).createCache("books", new MutableConfiguration<>());
    }
}
