package org.kennelcache.backend.redis;

import org.junit.jupiter.api.AutoClose;
import org.kennelcache.spi.Backend;
import org.kennelcache.spi.ScannableContract;
import org.kennelcache.testing.RedisServer;

class SingleServerContractTest extends ScannableContract {

    @AutoClose
    private static final RedisServer server = RedisServer.start();

    @Override
    protected Backend open() {
        return Servers.open(Servers.settingsFor(server).database(3));
    }
}
