package org.kennelcache.backend.redis;

import java.util.List;
import java.util.concurrent.locks.LockSupport;
import org.kennelcache.config.HostAndPort;
import org.kennelcache.config.RedisSettings;
import org.kennelcache.testing.RedisCluster;
import org.kennelcache.testing.RedisSentinels;
import org.kennelcache.testing.RedisServer;

/** Settings and backends for the servers of a test. */
final class Servers {

    private Servers() {}

    static RedisSettings.Builder settingsFor(RedisServer server) {
        return RedisSettings.single(addressOf(server));
    }

    /** The cluster is found through one node, by name. */
    static RedisSettings.Builder settingsFor(RedisCluster cluster) {
        return RedisSettings.cluster(
                List.of(new HostAndPort("localhost", cluster.nodes().get(0).port())));
    }

    static RedisSettings.Builder settingsFor(RedisSentinels sentinels) {
        List<HostAndPort> addresses = sentinels.ports().stream()
                .map(port -> new HostAndPort("127.0.0.1", port))
                .toList();
        return RedisSettings.sentinel(addresses, RedisSentinels.SERVICE);
    }

    static RedisBackend open(RedisSettings.Builder settings) {
        return open(settings.build());
    }

    static RedisBackend open(RedisSettings settings) {
        return RedisBackend.create(settings, System::nanoTime, LockSupport::parkNanos);
    }

    static HostAndPort addressOf(RedisServer server) {
        return new HostAndPort(server.host(), server.port());
    }
}
