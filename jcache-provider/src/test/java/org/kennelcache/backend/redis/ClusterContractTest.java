package org.kennelcache.backend.redis;

import org.junit.jupiter.api.AutoClose;
import org.kennelcache.spi.Backend;
import org.kennelcache.spi.ScannableContract;
import org.kennelcache.testing.RedisCluster;

class ClusterContractTest extends ScannableContract {

    @AutoClose
    private static final RedisCluster cluster = RedisCluster.start();

    @Override
    protected Backend open() {
        return Servers.open(Servers.settingsFor(cluster));
    }
}
