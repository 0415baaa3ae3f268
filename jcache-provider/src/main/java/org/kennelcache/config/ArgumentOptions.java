package org.kennelcache.config;

import static org.kennelcache.config.BackendKind.MEMCACHED;
import static org.kennelcache.config.BackendKind.MEMORY;
import static org.kennelcache.config.BackendKind.MONGODB;
import static org.kennelcache.config.BackendKind.REDIS;
import static org.kennelcache.config.OptionTypes.bool;
import static org.kennelcache.config.OptionTypes.integer;
import static org.kennelcache.config.OptionTypes.text;

import java.time.Duration;
import org.jspecify.annotations.Nullable;

/** The settings that oslo.cache files can only make by a {@code backend_argument}. */
final class ArgumentOptions {

    private static final int ANY = Integer.MAX_VALUE;

    static final Option<String> HOST = argument(
            "host", text(), "localhost", "Host of the Redis server; redis_server is the option for it.", REDIS);

    static final Option<Integer> PORT = argument(
            "port", integer(1, 65535), "6379", "Port of the Redis server; redis_server is the option for it.", REDIS);

    static final Option<Duration> SOCKET_CONNECT_TIMEOUT = argument(
            "socket_connect_timeout",
            OptionTypes.positiveSeconds(),
            null,
            "Seconds to wait for a connection; unset: socket_timeout.",
            REDIS);

    static final Option<Boolean> DISTRIBUTED_LOCK = argument(
                    "distributed_lock",
                    bool(),
                    "true",
                    "Lets one JVM at a time make the value of a key, not one in each JVM.",
                    REDIS,
                    MEMCACHED,
                    MONGODB)
            .differing("true by default; dogpile.cache: false");

    static final Option<Duration> LOCK_TIMEOUT = argument(
                    "lock_timeout",
                    OptionTypes.positiveSeconds(),
                    "30",
                    "Seconds after which the lock of a JVM that died is free again; it is renewed while its JVM lives.",
                    REDIS,
                    MEMCACHED,
                    MONGODB)
            .differing("30 by default; dogpile.cache: never");

    static final Option<Duration> LOCK_SLEEP = argument(
                    "lock_sleep",
                    OptionTypes.positiveSeconds(),
                    "0.1",
                    "Seconds between two attempts of a JVM to get the lock, at most.",
                    REDIS,
                    MEMCACHED,
                    MONGODB)
            .differing("the first attempts follow each other faster, and all are spread at random");

    static final Option<Duration> LOCK_BLOCKING_TIMEOUT = argument(
                    "lock_blocking_timeout",
                    OptionTypes.positiveSeconds(),
                    "60",
                    "Seconds to wait for a value that somebody else makes, here or in another JVM.",
                    MEMORY,
                    REDIS,
                    MEMCACHED,
                    MONGODB)
            .differing("60 by default; dogpile.cache: unbounded");

    static final Option<MongodbAddress> DB_HOSTS = argument(
            "db_hosts", MongodbAddress.type(), null, "The MongoDB servers, or one connection string.", MONGODB);

    static final Option<String> DB_NAME = argument("db_name", text(), null, "Name of the MongoDB database.", MONGODB);

    static final Option<String> CACHE_COLLECTION = argument(
                    "cache_collection",
                    text(),
                    null,
                    "Name of the MongoDB collection; unset: made from the name of the cache.",
                    MONGODB)
            .differing("may be left out");

    static final Option<Integer> MAX_POOL_SIZE =
            argument("max_pool_size", integer(1, ANY), "10", "Connections to each MongoDB server at most.", MONGODB);

    static final Option<String> WRITE_CONCERN = argument(
            "w", text(), null, "MongoDB's write concern: a number, majority, or a name known to the server.", MONGODB);

    static final Option<ReadPreference> READ_PREFERENCE = argument(
            "read_preference",
            OptionTypes.oneOf(ReadPreference.class),
            "primary",
            "Which MongoDB servers iterators read from; all other reads are answered by the primary.",
            MONGODB);

    static final Option<Boolean> USE_REPLICA =
            argument("use_replica", bool(), "false", "The servers are a replica set; needs replicaset_name.", MONGODB);

    static final Option<String> REPLICASET_NAME =
            argument("replicaset_name", text(), null, "Name of the MongoDB replica set.", MONGODB);

    static final Option<Integer> MONGO_TTL_SECONDS = argument(
            "mongo_ttl_seconds",
            integer(-1, ANY),
            "-1",
            "Seconds after which MongoDB drops an entry, as backend_expiration_time; 0 or -1: it does not.",
            MONGODB);

    static final Option<String> SSL_CERT_REQS = argument(
                    "ssl_cert_reqs",
                    OptionType.of("ssl.CERT_REQUIRED or CERT_REQUIRED", text -> {
                        if (!text.equals("ssl.CERT_REQUIRED") && !text.equals("CERT_REQUIRED")) {
                            throw new IllegalArgumentException("the certificate of a server is always verified");
                        }
                        return text;
                    }),
                    "ssl.CERT_REQUIRED",
                    "How the server's certificate is verified.",
                    MONGODB)
            .differing("certificates are always verified");

    private ArgumentOptions() {}

    private static <T> Option<T> argument(
            String name, OptionType<T> type, @Nullable String defaultText, String help, BackendKind... kinds) {
        return Option.of(name, type, defaultText, help).in(OptionScope.ARGUMENT).onlyFor(kinds);
    }
}
