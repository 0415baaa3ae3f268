package org.kennelcache.config;

import static org.kennelcache.config.BackendKind.MEMCACHED;
import static org.kennelcache.config.BackendKind.MONGODB;
import static org.kennelcache.config.BackendKind.REDIS;
import static org.kennelcache.config.OptionTypes.bool;
import static org.kennelcache.config.OptionTypes.hosts;
import static org.kennelcache.config.OptionTypes.integer;
import static org.kennelcache.config.OptionTypes.memcachedServers;
import static org.kennelcache.config.OptionTypes.path;
import static org.kennelcache.config.OptionTypes.positiveSeconds;
import static org.kennelcache.config.OptionTypes.seconds;
import static org.kennelcache.config.OptionTypes.text;
import static org.kennelcache.config.OptionTypes.wholeSeconds;
import static org.kennelcache.config.OptionTypes.word;

import java.nio.file.Path;
import java.time.Duration;
import java.util.List;

/**
 * The options of oslo.cache's group {@code cache}, from release 1.26.1 to 2026.2, in oslo.cache's order.
 *
 * <p>Names, types, defaults and deprecated names are oslo.cache's, except where a row says how it differs.
 */
final class OsloOptions {

    private static final int ANY = Integer.MAX_VALUE;
    private static final String ONE_CONNECTION =
            "one connection per memcached server carries all calls, so there is no pool";

    static final Option<String> CONFIG_PREFIX = Option.of(
            "config_prefix",
            text(),
            "cache.oslo",
            "First part of the name of every entry in a store. Caches of one name share their entries when they use the"
                    + " same server and the same prefix.");

    static final Option<Duration> EXPIRATION_TIME = Option.of(
                    "expiration_time",
                    wholeSeconds(1),
                    null,
                    "Seconds after which an entry is stale: plain operations don't see it, and getOrCreate makes it"
                            + " anew; unless the cache has an ExpiryPolicy of its own that is not the default.")
            .differing("unset by default, so entries are eternal as JCache says; oslo.cache: 600");

    static final Option<Duration> BACKEND_EXPIRATION_TIME = Option.of(
                    "backend_expiration_time",
                    wholeSeconds(1),
                    null,
                    "Seconds after which the store itself drops an entry, which until then can be given as a stale one;"
                            + " not less than expiration_time. Unset: 30 seconds after expiration_time.")
            .onlyFor(BackendKind.MEMORY, REDIS, MEMCACHED, MONGODB, BackendKind.OTHER)
            .differing("also for memory, bmemcached and MongoDB; oslo.cache refuses it there. memory: only with"
                    + " expiration_time");

    static final Option<BackendName> BACKEND = Option.of(
                    "backend", BackendName.type(), "memory", "The store that keeps the entries.")
            .differing("memory by default, since an application that creates a cache wants one; oslo.cache:"
                    + " dogpile.cache.null. Kennel's short names are added; dogpile.cache.dbm and oslo_cache.etcd3gw"
                    + " are refused");

    static final Option<Secret> BACKEND_ARGUMENT = Option.of(
                    "backend_argument",
                    OptionTypes.secret(),
                    null,
                    "One argument of the backend as name:value; the option may be repeated. An argument stands for the"
                            + " option named in the table of backend arguments. When both are set in one section, the"
                            + " option wins; only the argument url wins over options.")
            .differing("unknown arguments are errors; oslo.cache hands them to the Python client");

    static final Option<List<ClassName>> PROXIES = Option.of(
                    "proxies",
                    OptionTypes.classNames(),
                    null,
                    "Classes that decorate the backend, the first one innermost.")
            .onlyRemote()
            .differing("Java classes that implement org.kennelcache.spi.BackendProxy, not Python classes");

    static final Option<Boolean> ENABLED = Option.of(
                    "enabled", bool(), "true", "Switches caching on; when false, every cache has the null backend.")
            .differing("true by default; oslo.cache: false");

    static final Option<Boolean> DEBUG_CACHE_BACKEND = Option.of(
                    "debug_cache_backend", bool(), "false", "Logs every call to the backend, without values.")
            .onlyRemote()
            .differing("values and keys are never logged; oslo.cache logs both");

    static final Option<List<WeightedServer>> MEMCACHE_SERVERS = Option.of(
                    "memcache_servers",
                    memcachedServers(),
                    "localhost:11211",
                    "The memcached servers of the ring. One of weight 2 holds twice as many entries as one of weight 1,"
                            + " the default.")
            .onlyFor(MEMCACHED)
            .differing("takes weights, as in host:port:2");

    static final Option<Duration> MEMCACHE_DEAD_RETRY = Option.of(
                    "memcache_dead_retry",
                    wholeSeconds(0),
                    "300",
                    "Seconds for which a server that failed is left out before it is tried again.")
            .onlyFor(MEMCACHED);

    static final Option<Integer> MEMCACHE_POOL_MAXSIZE = Option.of(
                    "memcache_pool_maxsize", integer(1, ANY), "10", "Connections to each memcached server.")
            .onlyFor(MEMCACHED)
            .withoutMeaning(ONE_CONNECTION);

    static final Option<Duration> MEMCACHE_POOL_UNUSED_TIMEOUT = Option.of(
                    "memcache_pool_unused_timeout",
                    wholeSeconds(0),
                    "60",
                    "Seconds after which an unused connection to memcached is closed.")
            .onlyFor(MEMCACHED)
            .withoutMeaning(ONE_CONNECTION);

    static final Option<Duration> MEMCACHE_POOL_CONNECTION_GET_TIMEOUT = Option.of(
                    "memcache_pool_connection_get_timeout",
                    wholeSeconds(0),
                    "10",
                    "Seconds to wait for a connection to memcached.")
            .onlyFor(MEMCACHED)
            .withoutMeaning(ONE_CONNECTION);

    static final Option<Boolean> MEMCACHE_POOL_FLUSH_ON_RECONNECT = Option.of(
                    "memcache_pool_flush_on_reconnect",
                    bool(),
                    "false",
                    "Empties a memcached server when the connection to it is made anew.")
            .onlyFor(MEMCACHED)
            .withoutMeaning("Kennel never flushes a server, which other programs may use as well");

    static final Option<Boolean> MEMCACHE_SASL_ENABLED = Option.of(
                    "memcache_sasl_enabled",
                    bool(),
                    "false",
                    "Authenticates to memcached by SASL with username and password.")
            .onlyFor(MEMCACHED);

    static final Option<List<HostAndPort>> REDIS_SERVER = Option.of(
                    "redis_server",
                    hosts(6379),
                    "localhost:6379",
                    "The Redis server; for Redis Cluster one or more of its nodes, separated by commas.")
            .onlyFor(REDIS)
            .differing("also the start nodes of a Redis Cluster, which oslo.cache has no option for");

    static final Option<Integer> REDIS_DB = Option.of(
                    "redis_db", integer(0, ANY), "0", "Number of the Redis database; Redis Cluster has 0 only.")
            .onlyFor(REDIS);

    static final Option<List<HostAndPort>> REDIS_SENTINELS = Option.of(
                    "redis_sentinels",
                    hosts(26379),
                    "localhost:26379",
                    "The Sentinel processes that are asked for the primary.")
            .onlyFor(REDIS)
            .differing("a port may be left out (26379)");

    static final Option<String> REDIS_SENTINEL_SERVICE_NAME = Option.of(
                    "redis_sentinel_service_name", word(), "mymaster", "Name of the primary known to Sentinel.")
            .onlyFor(REDIS);

    static final Option<String> USERNAME = Option.of(
                    "username", text(), null, "User name for the server; memcached: with SASL only.")
            .onlyFor(REDIS, MEMCACHED, MONGODB)
            .deprecating("memcache_username", "redis_username");

    static final Option<Secret> PASSWORD = Option.of(
                    "password", OptionTypes.secret(), null, "Password for the server; memcached: with SASL only.")
            .onlyFor(REDIS, MEMCACHED, MONGODB)
            .deprecating("memcache_password", "redis_password");

    static final Option<Boolean> TLS_ENABLED = Option.of(
                    "tls_enabled",
                    bool(),
                    "false",
                    "Encrypts connections by TLS; certificate and host name of the server are verified.")
            .onlyFor(REDIS, MEMCACHED, MONGODB);

    static final Option<Path> TLS_CAFILE = Option.of(
                    "tls_cafile",
                    path(),
                    null,
                    "PEM file of the certificates that servers are verified by; unset: the JVM's own.")
            .onlyFor(REDIS, MEMCACHED, MONGODB);

    static final Option<Path> TLS_CERTFILE = Option.of(
                    "tls_certfile", path(), null, "PEM file of the client's certificate, where a server asks for one.")
            .onlyFor(REDIS, MEMCACHED, MONGODB);

    static final Option<Path> TLS_KEYFILE = Option.of(
                    "tls_keyfile", path(), null, "PEM file of the client's private key; unset: it is in tls_certfile.")
            .onlyFor(REDIS, MEMCACHED, MONGODB);

    static final Option<List<String>> TLS_ALLOWED_CIPHERS = Option.of(
                    "tls_allowed_ciphers",
                    OptionTypes.ciphers(),
                    null,
                    "The cipher suites that may be used; unset: those that the JVM allows.")
            .onlyFor(REDIS, MEMCACHED, MONGODB)
            .differing("standard names such as TLS_AES_128_GCM_SHA256; oslo.cache: an OpenSSL cipher list");

    static final Option<Duration> SOCKET_TIMEOUT = Option.of(
                    "socket_timeout",
                    positiveSeconds(),
                    "1.0",
                    "Seconds to wait for a connection, and for an answer of the server to one call.")
            .onlyFor(REDIS, MEMCACHED, MONGODB)
            .deprecating("memcache_socket_timeout", "redis_socket_timeout")
            .differing("0 is refused, since it would stand for an endless wait");

    static final Option<Boolean> ENABLE_SOCKET_KEEPALIVE = Option.of(
                    "enable_socket_keepalive", bool(), "false", "Sends TCP keepalive probes on idle connections.")
            .onlyFor(REDIS, MEMCACHED)
            .differing(
                    "for all of Redis and memcached, and MongoDB's driver does by itself; oslo.cache: pymemcache, redis"
                            + " and redis_sentinel");

    static final Option<Duration> SOCKET_KEEPALIVE_IDLE = Option.of(
                    "socket_keepalive_idle", wholeSeconds(1), "1", "Idle seconds before the first probe.")
            .onlyFor(REDIS, MEMCACHED)
            .differing("0 is refused, as the operating system does");

    static final Option<Duration> SOCKET_KEEPALIVE_INTERVAL = Option.of(
                    "socket_keepalive_interval", wholeSeconds(1), "1", "Seconds between two probes.")
            .onlyFor(REDIS, MEMCACHED)
            .differing("0 is refused, as the operating system does");

    static final Option<Integer> SOCKET_KEEPALIVE_COUNT = Option.of(
                    "socket_keepalive_count",
                    integer(1, ANY),
                    "1",
                    "Unanswered probes after which the connection is given up.")
            .onlyFor(REDIS, MEMCACHED)
            .differing("0 is refused, as the operating system does");

    static final Option<Boolean> ENABLE_RETRY_CLIENT = Option.of(
                    "enable_retry_client", bool(), "false", "Tries calls that failed again, where that is harmless.")
            .onlyFor(REDIS, MEMCACHED)
            .differing("for Redis and all memcached backends; oslo.cache: pymemcache");

    static final Option<Integer> RETRY_ATTEMPTS = Option.of(
                    "retry_attempts", integer(1, ANY), "2", "Attempts in all, with enable_retry_client.")
            .onlyFor(REDIS, MEMCACHED);

    static final Option<Duration> RETRY_DELAY = Option.of(
                    "retry_delay", seconds(), "0", "Seconds between two attempts, with enable_retry_client.")
            .onlyFor(REDIS, MEMCACHED);

    static final Option<Integer> HASHCLIENT_RETRY_ATTEMPTS = Option.of(
                    "hashclient_retry_attempts",
                    integer(1, ANY),
                    "2",
                    "Failures after which a server is left out of the ring.")
            .onlyFor(MEMCACHED);

    static final Option<Duration> HASHCLIENT_RETRY_TIMEOUT = Option.of(
                    "hashclient_retry_timeout",
                    seconds(),
                    "1",
                    "Seconds between attempts on a server that is about to be left out.")
            .onlyFor(MEMCACHED)
            .deprecating("hashclient_retry_delay");

    static final Option<Duration> HASHCLIENT_DEAD_TIMEOUT = Option.of(
                    "hashclient_dead_timeout",
                    seconds(),
                    "60",
                    "Seconds after which a server that was left out is put back into the ring.")
            .onlyFor(MEMCACHED)
            .deprecating("dead_timeout");

    static final Option<Boolean> ENFORCE_FIPS_MODE = Option.of(
                    "enforce_fips_mode", bool(), "false", "Asks OpenSSL for its FIPS mode.")
            .withoutMeaning("FIPS mode is a matter of the JVM's security providers");

    private OsloOptions() {}
}
