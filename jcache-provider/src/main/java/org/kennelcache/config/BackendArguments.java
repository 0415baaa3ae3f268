package org.kennelcache.config;

import static org.kennelcache.config.BackendKind.MEMCACHED;
import static org.kennelcache.config.BackendKind.MEMORY;
import static org.kennelcache.config.BackendKind.MONGODB;
import static org.kennelcache.config.BackendKind.REDIS;

import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.function.Function;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/** The table of backend arguments: those that dogpile.cache's and oslo.cache's backends document. */
final class BackendArguments {

    private static final String PYTHON_OBJECT = "it is an object of a Python client";
    private static final String PYTHON_FORMAT = "it concerns the format of Python's values";
    private static final String PYTHON_THREADS = "it concerns threads of Python";

    private static final List<BackendArgument> ALL = Stream.of(memory(), redis(), memcached(), mongodb())
            .flatMap(Function.identity())
            .toList();

    private BackendArguments() {}

    static List<BackendArgument> all() {
        return ALL;
    }

    static Optional<BackendArgument> find(BackendKind kind, String name) {
        return ALL.stream()
                .filter(argument -> argument.kind() == kind && argument.name().equals(name))
                .findFirst();
    }

    /** Returns the backends that take an argument of that name. */
    static Set<BackendKind> kindsTaking(String name) {
        return ALL.stream()
                .filter(argument -> argument.name().equals(name))
                .map(BackendArgument::kind)
                .collect(Collectors.toSet());
    }

    static Optional<String> nearest(BackendKind kind, String name) {
        return NearestName.to(
                name,
                ALL.stream()
                        .filter(argument -> argument.kind() == kind)
                        .map(BackendArgument::name)
                        .toList());
    }

    private static Stream<BackendArgument> memory() {
        return Stream.of(
                BackendArgument.of("expiration_time", MEMORY, OsloOptions.EXPIRATION_TIME),
                BackendArgument.of("lock_blocking_timeout", MEMORY, ArgumentOptions.LOCK_BLOCKING_TIMEOUT),
                BackendArgument.withoutMeaning("cache_dict", MEMORY, PYTHON_OBJECT));
    }

    private static Stream<BackendArgument> redis() {
        return Stream.of(
                BackendArgument.url(
                        "url",
                        REDIS,
                        "stands for `redis_server`, `redis_db`, `username`, `password` and `tls_enabled`, and wins over"
                                + " them",
                        RedisUrl::parse),
                BackendArgument.of("host", REDIS, ArgumentOptions.HOST),
                BackendArgument.of("port", REDIS, ArgumentOptions.PORT),
                BackendArgument.of("startup_nodes", REDIS, OsloOptions.REDIS_SERVER),
                BackendArgument.of("sentinels", REDIS, OsloOptions.REDIS_SENTINELS),
                BackendArgument.of("service_name", REDIS, OsloOptions.REDIS_SENTINEL_SERVICE_NAME),
                BackendArgument.of("db", REDIS, OsloOptions.REDIS_DB),
                BackendArgument.of("username", REDIS, OsloOptions.USERNAME),
                BackendArgument.of("password", REDIS, OsloOptions.PASSWORD),
                BackendArgument.of("socket_timeout", REDIS, OsloOptions.SOCKET_TIMEOUT),
                BackendArgument.of("socket_keepalive", REDIS, OsloOptions.ENABLE_SOCKET_KEEPALIVE),
                BackendArgument.of("redis_expiration_time", REDIS, OsloOptions.BACKEND_EXPIRATION_TIME),
                BackendArgument.of("distributed_lock", REDIS, ArgumentOptions.DISTRIBUTED_LOCK),
                BackendArgument.of("lock_timeout", REDIS, ArgumentOptions.LOCK_TIMEOUT),
                BackendArgument.of("lock_sleep", REDIS, ArgumentOptions.LOCK_SLEEP),
                BackendArgument.of("lock_blocking_timeout", REDIS, ArgumentOptions.LOCK_BLOCKING_TIMEOUT),
                BackendArgument.of("socket_connect_timeout", REDIS, ArgumentOptions.SOCKET_CONNECT_TIMEOUT),
                BackendArgument.withoutMeaning("socket_keepalive_options", REDIS, PYTHON_OBJECT),
                BackendArgument.withoutMeaning("lock_prefix", REDIS, "names of locks are derived from the entry's"),
                BackendArgument.withoutMeaning("thread_local_lock", REDIS, PYTHON_THREADS),
                BackendArgument.withoutMeaning("connection_pool", REDIS, PYTHON_OBJECT),
                BackendArgument.withoutMeaning("connection_kwargs", REDIS, PYTHON_OBJECT),
                BackendArgument.withoutMeaning("sentinel_kwargs", REDIS, PYTHON_OBJECT));
    }

    private static Stream<BackendArgument> memcached() {
        return Stream.of(
                BackendArgument.of("url", MEMCACHED, OsloOptions.MEMCACHE_SERVERS),
                BackendArgument.of("memcached_expire_time", MEMCACHED, OsloOptions.BACKEND_EXPIRATION_TIME),
                BackendArgument.of("username", MEMCACHED, OsloOptions.USERNAME),
                BackendArgument.of("password", MEMCACHED, OsloOptions.PASSWORD),
                BackendArgument.of("sasl_enabled", MEMCACHED, OsloOptions.MEMCACHE_SASL_ENABLED),
                BackendArgument.of("socket_timeout", MEMCACHED, OsloOptions.SOCKET_TIMEOUT),
                BackendArgument.of("dead_retry", MEMCACHED, OsloOptions.MEMCACHE_DEAD_RETRY),
                BackendArgument.of("pool_maxsize", MEMCACHED, OsloOptions.MEMCACHE_POOL_MAXSIZE),
                BackendArgument.of("pool_unused_timeout", MEMCACHED, OsloOptions.MEMCACHE_POOL_UNUSED_TIMEOUT),
                BackendArgument.of(
                        "pool_connection_get_timeout", MEMCACHED, OsloOptions.MEMCACHE_POOL_CONNECTION_GET_TIMEOUT),
                BackendArgument.of("pool_flush_on_reconnect", MEMCACHED, OsloOptions.MEMCACHE_POOL_FLUSH_ON_RECONNECT),
                BackendArgument.of("enable_retry_client", MEMCACHED, OsloOptions.ENABLE_RETRY_CLIENT),
                BackendArgument.of("retry_attempts", MEMCACHED, OsloOptions.RETRY_ATTEMPTS),
                BackendArgument.of("retry_delay", MEMCACHED, OsloOptions.RETRY_DELAY),
                BackendArgument.of("hashclient_retry_attempts", MEMCACHED, OsloOptions.HASHCLIENT_RETRY_ATTEMPTS),
                BackendArgument.of("hashclient_retry_timeout", MEMCACHED, OsloOptions.HASHCLIENT_RETRY_TIMEOUT),
                BackendArgument.of("hashclient_retry_delay", MEMCACHED, OsloOptions.HASHCLIENT_RETRY_TIMEOUT),
                BackendArgument.of("hashclient_dead_timeout", MEMCACHED, OsloOptions.HASHCLIENT_DEAD_TIMEOUT),
                BackendArgument.of("dead_timeout", MEMCACHED, OsloOptions.HASHCLIENT_DEAD_TIMEOUT),
                BackendArgument.of("distributed_lock", MEMCACHED, ArgumentOptions.DISTRIBUTED_LOCK),
                BackendArgument.of("lock_timeout", MEMCACHED, ArgumentOptions.LOCK_TIMEOUT),
                BackendArgument.of("lock_sleep", MEMCACHED, ArgumentOptions.LOCK_SLEEP),
                BackendArgument.of("lock_blocking_timeout", MEMCACHED, ArgumentOptions.LOCK_BLOCKING_TIMEOUT),
                BackendArgument.withoutMeaning("binary", MEMCACHED, "the binary protocol is always used"),
                BackendArgument.withoutMeaning("min_compress_len", MEMCACHED, PYTHON_FORMAT),
                BackendArgument.withoutMeaning("serde", MEMCACHED, PYTHON_FORMAT),
                BackendArgument.withoutMeaning("default_noreply", MEMCACHED, "every answer of the server is awaited"),
                BackendArgument.withoutMeaning("behaviors", MEMCACHED, PYTHON_OBJECT),
                BackendArgument.withoutMeaning("tls_context", MEMCACHED, PYTHON_OBJECT),
                BackendArgument.withoutMeaning("socket_keepalive", MEMCACHED, PYTHON_OBJECT),
                BackendArgument.withoutMeaning("retry_for", MEMCACHED, PYTHON_OBJECT),
                BackendArgument.withoutMeaning("do_not_retry_for", MEMCACHED, PYTHON_OBJECT));
    }

    private static Stream<BackendArgument> mongodb() {
        return Stream.of(
                BackendArgument.of("db_hosts", MONGODB, ArgumentOptions.DB_HOSTS),
                BackendArgument.of("db_name", MONGODB, ArgumentOptions.DB_NAME),
                BackendArgument.of("cache_collection", MONGODB, ArgumentOptions.CACHE_COLLECTION),
                BackendArgument.of("username", MONGODB, OsloOptions.USERNAME),
                BackendArgument.of("password", MONGODB, OsloOptions.PASSWORD),
                BackendArgument.of("max_pool_size", MONGODB, ArgumentOptions.MAX_POOL_SIZE),
                BackendArgument.of("w", MONGODB, ArgumentOptions.WRITE_CONCERN),
                BackendArgument.of("read_preference", MONGODB, ArgumentOptions.READ_PREFERENCE),
                BackendArgument.of("use_replica", MONGODB, ArgumentOptions.USE_REPLICA),
                BackendArgument.of("replicaset_name", MONGODB, ArgumentOptions.REPLICASET_NAME),
                BackendArgument.of("mongo_ttl_seconds", MONGODB, ArgumentOptions.MONGO_TTL_SECONDS),
                BackendArgument.of("distributed_lock", MONGODB, ArgumentOptions.DISTRIBUTED_LOCK),
                BackendArgument.of("lock_timeout", MONGODB, ArgumentOptions.LOCK_TIMEOUT),
                BackendArgument.of("lock_sleep", MONGODB, ArgumentOptions.LOCK_SLEEP),
                BackendArgument.of("lock_blocking_timeout", MONGODB, ArgumentOptions.LOCK_BLOCKING_TIMEOUT),
                BackendArgument.of("ssl", MONGODB, OsloOptions.TLS_ENABLED),
                BackendArgument.of("ssl_keyfile", MONGODB, OsloOptions.TLS_KEYFILE),
                BackendArgument.of("ssl_certfile", MONGODB, OsloOptions.TLS_CERTFILE),
                BackendArgument.of("ssl_ca_certs", MONGODB, OsloOptions.TLS_CAFILE),
                BackendArgument.of("ssl_cert_reqs", MONGODB, ArgumentOptions.SSL_CERT_REQS),
                BackendArgument.withoutMeaning("son_manipulator", MONGODB, PYTHON_OBJECT));
    }
}
