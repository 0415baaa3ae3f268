package org.kennelcache.backend.memcached;

import org.junit.jupiter.api.AutoClose;
import org.kennelcache.spi.Backend;
import org.kennelcache.spi.ScannableContract;
import org.kennelcache.testing.MemcachedServer;

class SingleServerContractTest extends ScannableContract {

    @AutoClose
    private static final MemcachedServer server = MemcachedServer.start();

    @Override
    protected Backend open() {
        return Servers.open(server);
    }
}
