package org.kennelcache.config;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatCode;

import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.jupiter.params.provider.ValueSource;

class OptionTableTest {

    static Stream<Option<?>> options() {
        return OptionTable.everySetting();
    }

    @ParameterizedTest
    @MethodSource("options")
    void default_ofEachOption_isAllowed(Option<?> option) {
        assertThatCode(option::defaultValue).doesNotThrowAnyException();
    }

    @Test
    void names_presentAndDeprecated_areUnique() {
        List<String> names = OptionTable.all()
                .flatMap(option -> Stream.concat(Stream.of(option.name()), option.deprecatedNames().stream()))
                .toList();

        assertThat(names).doesNotHaveDuplicates();
    }

    @ParameterizedTest
    @MethodSource("options")
    void help_ofEachOption_isASentence(Option<?> option) {
        assertThat(option.help()).matches("\\p{Lu}.*\\.").doesNotContain("|", "\n");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "config_prefix",
                "expiration_time",
                "backend",
                "backend_argument",
                "proxies",
                "enabled",
                "debug_cache_backend",
                "memcache_servers",
                "memcache_dead_retry",
                "memcache_socket_timeout",
                "memcache_pool_maxsize",
                "memcache_pool_unused_timeout",
                "memcache_pool_connection_get_timeout"
            })
    void option_ofOsloCache1_isKnown(String name) {
        assertThat(OptionTable.find(name)).isNotNull();
    }

    @ParameterizedTest
    @CsvSource({
        "config_prefix, cache.oslo",
        "debug_cache_backend, false",
        "memcache_servers, localhost:11211",
        "memcache_dead_retry, 300",
        "memcache_pool_maxsize, 10",
        "memcache_pool_unused_timeout, 60",
        "memcache_pool_connection_get_timeout, 10",
        "memcache_pool_flush_on_reconnect, false",
        "memcache_sasl_enabled, false",
        "redis_server, localhost:6379",
        "redis_db, 0",
        "redis_sentinels, localhost:26379",
        "redis_sentinel_service_name, mymaster",
        "memcache_username,",
        "redis_username,",
        "memcache_password,",
        "redis_password,",
        "tls_enabled, false",
        "tls_cafile,",
        "tls_certfile,",
        "tls_keyfile,",
        "tls_allowed_ciphers,",
        "memcache_socket_timeout, 1.0",
        "redis_socket_timeout, 1.0",
        "enable_socket_keepalive, false",
        "socket_keepalive_idle, 1",
        "socket_keepalive_interval, 1",
        "socket_keepalive_count, 1",
        "enable_retry_client, false",
        "retry_attempts, 2",
        "retry_delay, 0",
        "hashclient_retry_attempts, 2",
        "hashclient_retry_delay, 1",
        "dead_timeout, 60",
        "backend_expiration_time,",
        "enforce_fips_mode, false",
        // The three that differ on purpose.
        "enabled, true",
        "backend, memory",
        "expiration_time,"
    })
    void default_ofOsloCachesOption_isItsOwnButForThree(String name, String defaultText) {
        assertThat(OptionTable.find(name))
                .isNotNull()
                .extracting(Option::defaultText)
                .isEqualTo(defaultText);
    }

    @ParameterizedTest
    @CsvSource({
        "memory, MEMORY, SINGLE",
        "redis, REDIS, SINGLE",
        "memcached, MEMCACHED, RING",
        "mongodb, MONGODB, SINGLE",
        "null, NULL, SINGLE",
        "dogpile.cache.memory, MEMORY, SINGLE",
        "dogpile.cache.memory_pickle, MEMORY, SINGLE",
        "oslo_cache.dict, MEMORY, SINGLE",
        "dogpile.cache.redis, REDIS, SINGLE",
        "dogpile.cache.redis_sentinel, REDIS, SENTINEL",
        "dogpile.cache.redis_cluster, REDIS, CLUSTER",
        "dogpile.cache.valkey, REDIS, SINGLE",
        "dogpile.cache.valkey_sentinel, REDIS, SENTINEL",
        "dogpile.cache.valkey_cluster, REDIS, CLUSTER",
        "dogpile.cache.memcached, MEMCACHED, RING",
        "dogpile.cache.pymemcache, MEMCACHED, RING",
        "dogpile.cache.pylibmc, MEMCACHED, RING",
        "dogpile.cache.bmemcached, MEMCACHED, RING",
        "oslo_cache.memcache_pool, MEMCACHED, RING",
        "oslo_cache.mongo, MONGODB, SINGLE",
        "dogpile.cache.null, NULL, SINGLE"
    })
    void backend_ofEachName_standsForAStoreAndATopology(String name, BackendKind kind, Topology topology) {
        assertThat(BackendName.type().parse(name)).isEqualTo(new BackendName(name, kind, topology));
    }
}
