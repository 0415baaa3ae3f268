package org.kennelcache.config;

import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/**
 * Every option that can stand in a section of Kennel's.
 *
 * <p>Parsing, checks, defaults, the nearest known name of a misspelt one, {@code docs/options.md} and
 * {@code kennel.conf.sample} come from here. To add an option, declare it, list it here and read it where settings are
 * assembled.
 */
final class OptionTable {

    private static final List<Option<?>> OSLO = List.of(
            OsloOptions.CONFIG_PREFIX,
            OsloOptions.EXPIRATION_TIME,
            OsloOptions.BACKEND_EXPIRATION_TIME,
            OsloOptions.BACKEND,
            OsloOptions.BACKEND_ARGUMENT,
            OsloOptions.PROXIES,
            OsloOptions.ENABLED,
            OsloOptions.DEBUG_CACHE_BACKEND,
            OsloOptions.MEMCACHE_SERVERS,
            OsloOptions.MEMCACHE_DEAD_RETRY,
            OsloOptions.MEMCACHE_POOL_MAXSIZE,
            OsloOptions.MEMCACHE_POOL_UNUSED_TIMEOUT,
            OsloOptions.MEMCACHE_POOL_CONNECTION_GET_TIMEOUT,
            OsloOptions.MEMCACHE_POOL_FLUSH_ON_RECONNECT,
            OsloOptions.MEMCACHE_SASL_ENABLED,
            OsloOptions.REDIS_SERVER,
            OsloOptions.REDIS_DB,
            OsloOptions.REDIS_SENTINELS,
            OsloOptions.REDIS_SENTINEL_SERVICE_NAME,
            OsloOptions.USERNAME,
            OsloOptions.PASSWORD,
            OsloOptions.TLS_ENABLED,
            OsloOptions.TLS_CAFILE,
            OsloOptions.TLS_CERTFILE,
            OsloOptions.TLS_KEYFILE,
            OsloOptions.TLS_ALLOWED_CIPHERS,
            OsloOptions.SOCKET_TIMEOUT,
            OsloOptions.ENABLE_SOCKET_KEEPALIVE,
            OsloOptions.SOCKET_KEEPALIVE_IDLE,
            OsloOptions.SOCKET_KEEPALIVE_INTERVAL,
            OsloOptions.SOCKET_KEEPALIVE_COUNT,
            OsloOptions.ENABLE_RETRY_CLIENT,
            OsloOptions.RETRY_ATTEMPTS,
            OsloOptions.RETRY_DELAY,
            OsloOptions.HASHCLIENT_RETRY_ATTEMPTS,
            OsloOptions.HASHCLIENT_RETRY_TIMEOUT,
            OsloOptions.HASHCLIENT_DEAD_TIMEOUT,
            OsloOptions.ENFORCE_FIPS_MODE);

    private static final List<Option<?>> KENNEL = Stream.concat(
                    Stream.of(
                            KennelOptions.MAXIMUM_SIZE,
                            KennelOptions.REDIS_POOL_MAXSIZE,
                            KennelOptions.REDIS_POOL_CONNECTION_GET_TIMEOUT,
                            KennelOptions.SERIALIZER,
                            KennelOptions.SERIAL_FILTER,
                            KennelOptions.STALE_POLICY,
                            KennelOptions.EARLY_REFRESH,
                            KennelOptions.ASYNC_CREATION_RUNNER,
                            KennelOptions.INVALIDATION,
                            KennelOptions.ON_BACKEND_ERROR,
                            KennelOptions.DEAD_RETRY,
                            KennelOptions.STATISTICS,
                            KennelOptions.MANAGEMENT,
                            KennelOptions.KEY_TYPE,
                            KennelOptions.VALUE_TYPE,
                            KennelOptions.EXPIRY,
                            KennelOptions.STORE_BY_VALUE,
                            KennelOptions.READ_THROUGH,
                            KennelOptions.WRITE_THROUGH,
                            KennelOptions.LOADER_FACTORY,
                            KennelOptions.WRITER_FACTORY),
                    EncryptionOptions.ALL.stream())
            .toList();

    private static final List<Option<?>> ARGUMENTS = List.of(
            ArgumentOptions.HOST,
            ArgumentOptions.PORT,
            ArgumentOptions.SOCKET_CONNECT_TIMEOUT,
            ArgumentOptions.DISTRIBUTED_LOCK,
            ArgumentOptions.LOCK_TIMEOUT,
            ArgumentOptions.LOCK_SLEEP,
            ArgumentOptions.LOCK_BLOCKING_TIMEOUT,
            ArgumentOptions.DB_HOSTS,
            ArgumentOptions.DB_NAME,
            ArgumentOptions.CACHE_COLLECTION,
            ArgumentOptions.MAX_POOL_SIZE,
            ArgumentOptions.WRITE_CONCERN,
            ArgumentOptions.READ_PREFERENCE,
            ArgumentOptions.USE_REPLICA,
            ArgumentOptions.REPLICASET_NAME,
            ArgumentOptions.MONGO_TTL_SECONDS,
            ArgumentOptions.SSL_CERT_REQS);

    private static final Map<String, Option<?>> BY_NAME = byName();

    private OptionTable() {}

    /** Returns the options that oslo.cache has too, in oslo.cache's order. */
    static List<Option<?>> oslo() {
        return OSLO;
    }

    /** Returns the options that oslo.cache does not have. */
    static List<Option<?>> kennel() {
        return KENNEL;
    }

    /** Returns the settings that only a {@code backend_argument} can make. */
    static List<Option<?>> arguments() {
        return ARGUMENTS;
    }

    /** Returns all options that a section of Kennel's can set by name. */
    static Stream<Option<?>> all() {
        return Stream.concat(OSLO.stream(), KENNEL.stream());
    }

    /** Returns all options that can be set for a cache, wherever and however. */
    static Stream<Option<?>> everySetting() {
        return Stream.concat(Stream.concat(all(), ARGUMENTS.stream()), Stream.of(KennelOptions.CACHING));
    }

    /** Returns the option of that present or deprecated name, or null. */
    static @Nullable Option<?> find(String name) {
        return BY_NAME.get(name);
    }

    static Optional<String> nearest(String name) {
        return NearestName.to(name, BY_NAME.keySet());
    }

    private static Map<String, Option<?>> byName() {
        Map<String, Option<?>> byName = new HashMap<>();
        all().forEach(option -> {
            byName.put(option.name(), option);
            option.deprecatedNames().forEach(oldName -> byName.put(oldName, option));
        });
        return Map.copyOf(byName);
    }
}
