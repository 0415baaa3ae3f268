package org.kennelcache.backend.redis;

import org.junit.jupiter.api.AutoClose;
import org.kennelcache.spi.Backend;
import org.kennelcache.spi.MutexContract;
import org.kennelcache.testing.RedisServer;

class SingleServerMutexTest extends MutexContract {

    @AutoClose
    private static final RedisServer server = RedisServer.start();

    @Override
    protected Backend open() {
        return Servers.open(Servers.settingsFor(server));
    }
}
