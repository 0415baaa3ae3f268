package org.kennelcache.atomicity;

import java.util.List;
import java.util.stream.Collectors;
import org.junit.jupiter.api.AutoClose;
import org.kennelcache.testing.RedisCluster;

class RedisClusterAtomicityTest extends AtomicityContract {

    @AutoClose
    private static final RedisCluster cluster = RedisCluster.start();

    @Override
    List<String> options() {
        String nodes = cluster.nodes().stream()
                .map(node -> node.host() + ":" + node.port())
                .collect(Collectors.joining(","));
        return List.of("backend = dogpile.cache.redis_cluster", "redis_server = " + nodes);
    }
}
