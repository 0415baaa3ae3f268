package org.kennelcache.config;

import java.util.List;

/**
 * Entries are kept on Redis or Valkey.
 *
 * @param topology {@link Topology#SINGLE}, {@link Topology#SENTINEL} or {@link Topology#CLUSTER}
 * @param servers the server; with Sentinel, the Sentinel processes; with Redis Cluster, nodes to start from
 * @param sentinelServiceName name of the primary known to Sentinel; of no concern otherwise
 * @param database number of the database
 * @param connection how to talk to all of them
 */
public record RedisSettings(
        Topology topology,
        List<HostAndPort> servers,
        String sentinelServiceName,
        int database,
        ConnectionSettings connection)
        implements BackendSettings {

    /** Copies the list. */
    public RedisSettings {
        servers = List.copyOf(servers);
    }

    @Override
    public BackendKind kind() {
        return BackendKind.REDIS;
    }
}
