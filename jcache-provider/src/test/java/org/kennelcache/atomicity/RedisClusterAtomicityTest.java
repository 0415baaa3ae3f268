package org.kennelcache.atomicity;

import org.junit.jupiter.api.AutoClose;
import org.kennelcache.testing.RedisCluster;
import org.kennelcache.testing.TestServer;

class RedisClusterAtomicityTest extends AtomicityContract {

    @AutoClose
    private static final RedisCluster cluster = RedisCluster.start();

    @Override
    TestServer server() {
        return cluster;
    }
}
