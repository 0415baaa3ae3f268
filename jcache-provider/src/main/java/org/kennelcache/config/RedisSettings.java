package org.kennelcache.config;

import java.time.Duration;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * Entries are kept on Redis or Valkey. Made by one of the static methods; checked as a whole.
 *
 * @param topology {@link Topology#SINGLE}, {@link Topology#SENTINEL} or {@link Topology#CLUSTER}
 * @param servers the server; with Sentinel, the Sentinel processes; with Redis Cluster, nodes to start from
 * @param sentinelServiceName what Sentinel calls the primary; of no concern otherwise
 * @param database number of the database; 0 with Redis Cluster
 * @param connection how to talk to all of them; a user name needs a password
 * @param connectTimeout how long a connection may take to be made, encryption included
 * @param pool the connections to one server
 * @param retry how often a command is sent that the server certainly did not carry out
 */
public record RedisSettings(
        Topology topology,
        List<HostAndPort> servers,
        String sentinelServiceName,
        int database,
        ConnectionSettings connection,
        Duration connectTimeout,
        PoolSettings pool,
        RetrySettings retry)
        implements BackendSettings {

    /**
     * Checks everything.
     *
     * @throws IllegalArgumentException naming the option, its value and what is allowed
     */
    public RedisSettings {
        servers = List.copyOf(servers);
        switch (topology) {
            case SINGLE -> require(servers.size() == 1, "redis_server", servers, "is one server");
            case SENTINEL -> {
                require(!servers.isEmpty(), "redis_sentinels", servers, "needs at least one Sentinel");
                require(
                        !sentinelServiceName.isBlank()
                                && sentinelServiceName.chars().noneMatch(Character::isWhitespace),
                        "redis_sentinel_service_name",
                        "'" + sentinelServiceName + "'",
                        "is a name without spaces, as in 'sentinel monitor <name>'");
            }
            case CLUSTER -> {
                require(!servers.isEmpty(), "redis_server", servers, "needs at least one node of the cluster");
                require(database == 0, "redis_db", database, "must be 0: Redis Cluster has no other database");
            }
            case RING -> throw new IllegalArgumentException("topology = RING: Redis is SINGLE, SENTINEL or CLUSTER");
        }
        require(database >= 0, "redis_db", database, "must be 0 or more");
        require(
                connection.username() == null || connection.password() != null,
                "username",
                "'" + connection.username() + "'",
                "needs a password, too");
        requireMillis("socket_timeout", connection.timeout(), 1);
        requireMillis("socket_connect_timeout", connectTimeout, 1);
        require(pool.size() >= 1, "redis_pool_maxsize", pool.size(), "must be 1 or more");
        requireMillis("redis_pool_connection_get_timeout", pool.timeout(), 0);
        require(retry.attempts() >= 1, "retry_attempts", retry.attempts(), "must be 1 or more");
        requireMillis("retry_delay", retry.delay(), 0);
    }

    /**
     * One server.
     *
     * @param server its address
     * @return a builder
     */
    public static Builder single(HostAndPort server) {
        return new Builder(Topology.SINGLE, List.of(server), "");
    }

    /**
     * A primary and its replicas, watched over by Sentinel processes.
     *
     * @param sentinels the addresses of the Sentinel processes
     * @param serviceName what they call the primary
     * @return a builder
     */
    public static Builder sentinel(List<HostAndPort> sentinels, String serviceName) {
        return new Builder(Topology.SENTINEL, sentinels, serviceName);
    }

    /**
     * Redis Cluster.
     *
     * @param nodes addresses of some of its nodes; the others are found through them
     * @return a builder
     */
    public static Builder cluster(List<HostAndPort> nodes) {
        return new Builder(Topology.CLUSTER, nodes, "");
    }

    @Override
    public BackendKind kind() {
        return BackendKind.REDIS;
    }

    private static void require(boolean condition, String option, Object value, String allowed) {
        if (!condition) {
            throw new IllegalArgumentException(option + " = " + value + ": " + allowed);
        }
    }

    private static void requireMillis(String option, Duration value, long atLeast) {
        require(
                value.compareTo(Duration.ofMillis(atLeast)) >= 0
                        && value.compareTo(Duration.ofMillis(Integer.MAX_VALUE)) <= 0,
                option,
                value,
                "must be between " + atLeast + " and " + Integer.MAX_VALUE + " ms");
    }

    /** Collects what differs from the defaults. Not safe for use by several threads. */
    public static final class Builder {

        private final Topology topology;
        private final List<HostAndPort> servers;
        private final String sentinelServiceName;
        private int database;
        private @Nullable String username;
        private @Nullable Secret password;
        private @Nullable TlsSettings tls;
        private @Nullable KeepAlive keepAlive;
        private Duration socketTimeout = Duration.ofSeconds(1);
        private @Nullable Duration connectTimeout;
        private PoolSettings pool = PoolSettings.DEFAULT;
        private RetrySettings retry = RetrySettings.NONE;

        private Builder(Topology topology, List<HostAndPort> servers, String sentinelServiceName) {
            this.topology = topology;
            this.servers = servers;
            this.sentinelServiceName = sentinelServiceName;
        }

        /**
         * {@code redis_db}; default 0.
         *
         * @param number 0 or more
         * @return this
         */
        public Builder database(int number) {
            database = number;
            return this;
        }

        /**
         * {@code username} and {@code password}; default: none.
         *
         * @param user null: the server's default user
         * @param secret the password
         * @return this
         */
        public Builder credentials(@Nullable String user, Secret secret) {
            username = user;
            password = secret;
            return this;
        }

        /**
         * {@code tls_enabled} and the other options that start with {@code tls_}; default: not encrypted.
         *
         * @param settings files and ciphers
         * @return this
         */
        public Builder tls(TlsSettings settings) {
            tls = settings;
            return this;
        }

        /**
         * {@code enable_socket_keepalive} and the options that start with {@code socket_keepalive_}; default: off.
         *
         * @param settings times, and a count
         * @return this
         */
        public Builder keepAlive(KeepAlive settings) {
            keepAlive = settings;
            return this;
        }

        /**
         * {@code socket_connect_timeout}; default: as the socket's.
         *
         * @param timeout at least 1 ms
         * @return this
         */
        public Builder connectTimeout(Duration timeout) {
            connectTimeout = timeout;
            return this;
        }

        /**
         * {@code socket_timeout}; default 1 s.
         *
         * @param timeout at least 1 ms
         * @return this
         */
        public Builder socketTimeout(Duration timeout) {
            socketTimeout = timeout;
            return this;
        }

        /**
         * {@code redis_pool_maxsize} and {@code redis_pool_connection_get_timeout}; default 16 and 1 s.
         *
         * @param size 1 or more
         * @param timeout 0 or more
         * @return this
         */
        public Builder pool(int size, Duration timeout) {
            pool = new PoolSettings(size, timeout);
            return this;
        }

        /**
         * {@code retry_attempts} and {@code retry_delay}; default: one attempt.
         *
         * @param times 1 or more
         * @param delay 0 or more
         * @return this
         */
        public Builder retry(int times, Duration delay) {
            retry = new RetrySettings(times, delay);
            return this;
        }

        /**
         * Checks everything.
         *
         * @return the settings
         * @throws IllegalArgumentException naming the option, its value and what is allowed
         */
        public RedisSettings build() {
            return new RedisSettings(
                    topology,
                    servers,
                    sentinelServiceName,
                    database,
                    new ConnectionSettings(socketTimeout, username, password, tls, keepAlive),
                    connectTimeout == null ? socketTimeout : connectTimeout,
                    pool,
                    retry);
        }
    }
}
