package org.kennelcache.backend.redis;

import java.time.Duration;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.kennelcache.config.HostAndPort;
import org.kennelcache.config.KeepAlive;
import org.kennelcache.config.Secret;
import org.kennelcache.config.TlsSettings;
import org.kennelcache.config.Topology;

/**
 * How to reach Redis or Valkey, and how long to wait for it. Made by one of the static methods; checked as a whole.
 *
 * @param topology {@link Topology#SINGLE}, {@link Topology#SENTINEL} or {@link Topology#CLUSTER}
 * @param servers the server; with Sentinel, the Sentinel processes; with Redis Cluster, nodes to start from
 * @param sentinelServiceName what Sentinel calls the primary; of no concern otherwise
 * @param database number of the database; 0 with Redis Cluster
 * @param username null: the server's default user
 * @param password null: none
 * @param tls null: connections are not encrypted
 * @param keepAlive null: no TCP keepalive
 * @param connectTimeout how long a connection may take to be made, encryption included
 * @param socketTimeout how long the server may be silent, and how long sending one request may take
 * @param poolSize the largest number of connections to one server
 * @param poolTimeout how long to wait for one of them to be free
 * @param attempts how often a command is sent that the server certainly did not carry out; 1: once
 * @param retryDelay the time between two attempts
 */
public record RedisSettings(
        Topology topology,
        List<HostAndPort> servers,
        String sentinelServiceName,
        int database,
        @Nullable String username,
        @Nullable Secret password,
        @Nullable TlsSettings tls,
        @Nullable KeepAlive keepAlive,
        Duration connectTimeout,
        Duration socketTimeout,
        int poolSize,
        Duration poolTimeout,
        int attempts,
        Duration retryDelay) {

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
        require(username == null || password != null, "username", "'" + username + "'", "needs a password, too");
        requireMillis("socket_connect_timeout", connectTimeout, 1);
        requireMillis("socket_timeout", socketTimeout, 1);
        require(poolSize >= 1, "redis_pool_maxsize", poolSize, "must be 1 or more");
        requireMillis("redis_pool_connection_get_timeout", poolTimeout, 0);
        require(attempts >= 1, "retry_attempts", attempts, "must be 1 or more");
        requireMillis("retry_delay", retryDelay, 0);
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

    /** How long asking where to go may take without using up the time of the operation that needs to know. */
    Duration patience() {
        return (connectTimeout.compareTo(socketTimeout) < 0 ? connectTimeout : socketTimeout).dividedBy(2);
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
        private Duration connectTimeout = Duration.ofSeconds(1);
        private Duration socketTimeout = Duration.ofSeconds(1);
        private int poolSize = 16;
        private Duration poolTimeout = Duration.ofSeconds(1);
        private int attempts = 1;
        private Duration retryDelay = Duration.ZERO;

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
         * {@code socket_connect_timeout}; default 1 s.
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
            poolSize = size;
            poolTimeout = timeout;
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
            attempts = times;
            retryDelay = delay;
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
                    username,
                    password,
                    tls,
                    keepAlive,
                    connectTimeout,
                    socketTimeout,
                    poolSize,
                    poolTimeout,
                    attempts,
                    retryDelay);
        }
    }
}
