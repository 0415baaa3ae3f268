package org.kennelcache.config;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Objects;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Files as oslo.cache's user guide shows them, one for each backend. */
class OsloSampleFilesTest {

    private static final ConnectionSettings PLAIN =
            new ConnectionSettings(Duration.ofSeconds(1), null, null, null, null);

    @Test
    void dict_isTheHeap() {
        ManagerSettings settings = sample("dict");

        assertThat(settings.forCache("inventory")).isEqualTo(onTheHeap("inventory", Duration.ofHours(2)));
        assertThat(settings.forCache("other")).isEqualTo(onTheHeap("other", Duration.ofMinutes(2)));
    }

    @Test
    void memory_isTheHeap_andACacheIsSwitchedOffByItsSection() {
        ManagerSettings settings = sample("memory");

        assertThat(settings.forCache("inventory")).isEqualTo(onTheHeap("inventory", Duration.ofHours(2)));
        assertThat(settings.forCache("prices").backend()).isEqualTo(new NullSettings());
        assertThat(settings.forCache("other")).isEqualTo(onTheHeap("other", null));
    }

    @Test
    void redis_isOneServerWithTlsAndKeepalive() {
        CacheSettings settings = sample("redis").forCache("any");

        assertThat(settings.expirationTime()).isEqualTo(Duration.ofMinutes(5));
        assertThat(settings.backendExpirationTime()).isEqualTo(Duration.ofHours(1));
        assertThat(settings.backend())
                .isEqualTo(new RedisSettings(
                        Topology.SINGLE,
                        List.of(new HostAndPort("cache.example.org", 6380)),
                        "mymaster",
                        3,
                        new ConnectionSettings(
                                Duration.ofMillis(500),
                                "inventory",
                                Secret.of("pa#ss ;word"),
                                new TlsSettings(
                                        Path.of("/etc/pki/ca.pem"),
                                        Path.of("/etc/pki/client.pem"),
                                        Path.of("/etc/pki/client.key"),
                                        List.of()),
                                new KeepAlive(Duration.ofSeconds(10), Duration.ofSeconds(5), 3)),
                        Duration.ofMillis(500),
                        PoolSettings.DEFAULT,
                        RetrySettings.NONE));
    }

    @Test
    void redis_byBackendArguments_isOneServer() {
        CacheSettings settings = sample("redis-by-arguments").forCache("any");

        assertThat(settings.backendExpirationTime()).isEqualTo(Duration.ofHours(2));
        assertThat(settings.backend())
                .isEqualTo(new RedisSettings(
                        Topology.SINGLE,
                        List.of(new HostAndPort("127.0.0.1", 6379)),
                        "mymaster",
                        1,
                        new ConnectionSettings(Duration.ofSeconds(1), null, Secret.of("s3cret"), null, null),
                        Duration.ofSeconds(1),
                        PoolSettings.DEFAULT,
                        RetrySettings.NONE));
        assertThat(settings.regeneration().locks().timeout()).isEqualTo(Duration.ofSeconds(10));
    }

    @Test
    void redisSentinel_isThePrimaryThatTheSentinelsKnow() {
        assertThat(sample("redis-sentinel").forCache("any").backend())
                .isEqualTo(new RedisSettings(
                        Topology.SENTINEL,
                        List.of(
                                new HostAndPort("10.0.0.1", 26379),
                                new HostAndPort("10.0.0.2", 26379),
                                new HostAndPort("fd00::3", 26380)),
                        "inventory",
                        0,
                        new ConnectionSettings(Duration.ofSeconds(2), null, Secret.of("s3cret"), null, null),
                        Duration.ofSeconds(2),
                        PoolSettings.DEFAULT,
                        RetrySettings.NONE));
    }

    @Test
    void memcached_isARing() {
        assertThat(sample("memcached").forCache("any").backend())
                .isEqualTo(new MemcachedSettings(
                        List.of(server("10.0.0.7"), server("::1")),
                        new ConnectionSettings(Duration.ofSeconds(3), null, null, null, null),
                        null,
                        new RetrySettings(2, Duration.ofSeconds(1)),
                        Duration.ofMinutes(1),
                        Duration.ofMinutes(1)));
    }

    @Test
    void memcachePool_isARingWithSaslAndWithoutAPool() {
        ManagerSettings settings = sample("memcache-pool");

        assertThat(settings.forCache("any").backend())
                .isEqualTo(new MemcachedSettings(
                        List.of(server("a"), server("b"), server("c")),
                        new ConnectionSettings(Duration.ofSeconds(1), "inventory", Secret.of("s3cret"), null, null),
                        null,
                        new RetrySettings(2, Duration.ofSeconds(1)),
                        Duration.ofMinutes(5),
                        Duration.ofMinutes(1)));
        assertThat(settings.warnings())
                .extracting(ConfigurationProblem::subject)
                .contains("[cache] memcache_pool_maxsize = 50", "[cache] memcache_pool_unused_timeout = 30");
    }

    @Test
    void pymemcache_isARingWithTlsAndRetries() {
        assertThat(sample("pymemcache").forCache("any").backend())
                .isEqualTo(new MemcachedSettings(
                        List.of(server("localhost")),
                        new ConnectionSettings(
                                Duration.ofSeconds(1),
                                null,
                                null,
                                new TlsSettings(Path.of("/etc/pki/ca.pem"), null, null, List.of()),
                                null),
                        new RetrySettings(3, Duration.ofMillis(250)),
                        new RetrySettings(4, Duration.ofMillis(1500)),
                        Duration.ofMinutes(5),
                        Duration.ofSeconds(30)));
    }

    private static WeightedServer server(String host) {
        return new WeightedServer(new HostAndPort(host, 11211), 1);
    }

    @Test
    void bmemcached_isARingWithSasl() {
        assertThat(sample("bmemcached").forCache("any").backend())
                .isInstanceOfSatisfying(
                        MemcachedSettings.class,
                        memcached -> assertThat(memcached.connection())
                                .isEqualTo(new ConnectionSettings(
                                        PLAIN.timeout(), "inventory", Secret.of("s3cret"), null, null)));
    }

    @ParameterizedTest
    @ValueSource(strings = {"dict", "memory", "redis", "redis-sentinel", "memcached", "pymemcache", "bmemcached"})
    void eachFile_isReadWithoutAWarningAboutItsMeaning(String name) {
        assertThat(sample(name).warnings())
                .noneMatch(warning -> warning.message().startsWith("has no effect"));
    }

    private static CacheSettings onTheHeap(String name, Duration expirationTime) {
        return new CacheSettings(
                name,
                "cache.oslo",
                new MemorySettings(null),
                WireSettings.DEFAULT,
                expirationTime,
                null,
                RegenerationSettings.DEFAULT,
                OutageSettings.DEFAULT,
                false,
                false);
    }

    private static ManagerSettings sample(String name) {
        String resource = "oslo/" + name + ".conf";
        try (InputStream in = Objects.requireNonNull(OsloSampleFilesTest.class.getResourceAsStream(resource))) {
            return Configured.by(new String(in.readAllBytes(), StandardCharsets.UTF_8));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
