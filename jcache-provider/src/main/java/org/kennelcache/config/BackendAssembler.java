package org.kennelcache.config;

import java.time.Duration;
import java.util.List;
import java.util.Objects;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.kennelcache.spi.NamedBackend;

/** Makes the {@link BackendSettings} of a cache from its options, and checks what concerns more than one option. */
final class BackendAssembler {

    private final EffectiveOptions options;
    private final Set<BackendKind> available;
    private final Problems problems;

    BackendAssembler(EffectiveOptions options, Set<BackendKind> available, Problems problems) {
        this.options = options;
        this.available = available;
        this.problems = problems;
    }

    /** Returns the settings, or null when there was a problem. */
    @Nullable
    BackendSettings assemble() {
        if (!options.get(OsloOptions.ENABLED) || !options.get(KennelOptions.CACHING)) {
            return new NullSettings();
        }
        BackendName backend = options.get(OsloOptions.BACKEND);
        if (!available.contains(backend.kind())) {
            String names = String.join(
                    ", ", available.stream().sorted().map(BackendKind::toString).toList());
            error(OsloOptions.BACKEND, "not available in this version; available: " + names);
            return null;
        }
        return switch (backend.kind()) {
            case MEMORY -> new MemorySettings(options.find(KennelOptions.MAXIMUM_SIZE));
            case NULL -> new NullSettings();
            case REDIS -> redis(backend.topology());
            case MEMCACHED -> memcached();
            case MONGODB -> mongodb();
            case OTHER -> new OtherSettings(new NamedBackend(backend.name(), options.arguments()));
        };
    }

    private @Nullable RedisSettings redis(Topology topology) {
        List<HostAndPort> servers =
                topology == Topology.SENTINEL ? options.get(OsloOptions.REDIS_SENTINELS) : redisServers();
        if (topology == Topology.SINGLE && servers.size() > 1) {
            error(
                    OsloOptions.REDIS_SERVER,
                    "more than one server; allowed: one, or backend = dogpile.cache.redis_cluster for the nodes of a"
                            + " Redis Cluster");
            return null;
        }
        if (topology == Topology.CLUSTER && options.get(OsloOptions.REDIS_DB) != 0) {
            error(OsloOptions.REDIS_DB, "Redis Cluster has one database; allowed: 0");
            return null;
        }
        ConnectionSettings connection = connection(true);
        if (connection.username() != null && connection.password() == null) {
            error(OsloOptions.USERNAME, "a user name needs a password, too");
            return null;
        }
        return new RedisSettings(
                topology,
                servers,
                options.get(OsloOptions.REDIS_SENTINEL_SERVICE_NAME),
                options.get(OsloOptions.REDIS_DB),
                connection,
                Objects.requireNonNullElse(options.find(ArgumentOptions.SOCKET_CONNECT_TIMEOUT), connection.timeout()),
                new PoolSettings(
                        options.get(KennelOptions.REDIS_POOL_MAXSIZE),
                        options.get(KennelOptions.REDIS_POOL_CONNECTION_GET_TIMEOUT)),
                Objects.requireNonNullElse(retry(), RetrySettings.NONE));
    }

    private List<HostAndPort> redisServers() {
        boolean byArguments = options.isSet(ArgumentOptions.HOST) || options.isSet(ArgumentOptions.PORT);
        return byArguments && !options.isSet(OsloOptions.REDIS_SERVER)
                ? List.of(new HostAndPort(options.get(ArgumentOptions.HOST), options.get(ArgumentOptions.PORT)))
                : options.get(OsloOptions.REDIS_SERVER);
    }

    private @Nullable MemcachedSettings memcached() {
        boolean sasl = options.get(OsloOptions.MEMCACHE_SASL_ENABLED);
        boolean incomplete = options.find(OsloOptions.USERNAME) == null || options.find(OsloOptions.PASSWORD) == null;
        if (sasl && incomplete) {
            error(OsloOptions.MEMCACHE_SASL_ENABLED, "SASL needs username and password");
            return null;
        }
        return new MemcachedSettings(
                options.get(OsloOptions.MEMCACHE_SERVERS),
                connection(sasl),
                retry(),
                new RetrySettings(
                        options.get(OsloOptions.HASHCLIENT_RETRY_ATTEMPTS),
                        options.get(OsloOptions.HASHCLIENT_RETRY_TIMEOUT)),
                options.get(OsloOptions.MEMCACHE_DEAD_RETRY),
                options.get(OsloOptions.HASHCLIENT_DEAD_TIMEOUT));
    }

    private @Nullable MongodbSettings mongodb() {
        MongodbAddress address = options.find(ArgumentOptions.DB_HOSTS);
        String database = options.find(ArgumentOptions.DB_NAME);
        String replicaSet = options.find(ArgumentOptions.REPLICASET_NAME);
        if (address == null || database == null) {
            error(
                    OsloOptions.BACKEND,
                    "MongoDB needs backend_argument = db_hosts:<addresses> and backend_argument = db_name:<database>");
            return null;
        }
        if (options.get(ArgumentOptions.USE_REPLICA) && replicaSet == null) {
            error(ArgumentOptions.USE_REPLICA, "a replica set needs backend_argument = replicaset_name:<name>");
            return null;
        }
        return new MongodbSettings(
                address,
                database,
                options.find(ArgumentOptions.CACHE_COLLECTION),
                connection(true),
                options.get(ArgumentOptions.MAX_POOL_SIZE),
                options.find(ArgumentOptions.WRITE_CONCERN),
                options.get(ArgumentOptions.READ_PREFERENCE),
                replicaSet);
    }

    private @Nullable RetrySettings retry() {
        return options.get(OsloOptions.ENABLE_RETRY_CLIENT)
                ? new RetrySettings(options.get(OsloOptions.RETRY_ATTEMPTS), options.get(OsloOptions.RETRY_DELAY))
                : null;
    }

    private ConnectionSettings connection(boolean authenticates) {
        return new ConnectionSettings(
                options.get(OsloOptions.SOCKET_TIMEOUT),
                authenticates ? options.find(OsloOptions.USERNAME) : null,
                authenticates ? options.find(OsloOptions.PASSWORD) : null,
                options.get(OsloOptions.TLS_ENABLED) ? tls() : null,
                options.get(OsloOptions.ENABLE_SOCKET_KEEPALIVE) ? keepAlive() : null);
    }

    private TlsSettings tls() {
        if (options.isSet(OsloOptions.TLS_KEYFILE) && !options.isSet(OsloOptions.TLS_CERTFILE)) {
            error(
                    OsloOptions.TLS_KEYFILE,
                    "a private key without its certificate; allowed: together with tls_certfile");
        }
        return new TlsSettings(
                options.find(OsloOptions.TLS_CAFILE),
                options.find(OsloOptions.TLS_CERTFILE),
                options.find(OsloOptions.TLS_KEYFILE),
                Objects.requireNonNullElse(options.find(OsloOptions.TLS_ALLOWED_CIPHERS), List.of()));
    }

    private KeepAlive keepAlive() {
        Duration idle = options.get(OsloOptions.SOCKET_KEEPALIVE_IDLE);
        Duration interval = options.get(OsloOptions.SOCKET_KEEPALIVE_INTERVAL);
        return new KeepAlive(idle, interval, options.get(OsloOptions.SOCKET_KEEPALIVE_COUNT));
    }

    private void error(Option<?> option, String message) {
        problems.error(options.location(option), options.subject(option), message);
    }
}
