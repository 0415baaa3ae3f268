package org.kennelcache.backend.memcached;

import org.junit.jupiter.api.AutoClose;
import org.kennelcache.spi.Backend;
import org.kennelcache.spi.ScannableContract;
import org.kennelcache.testing.MemcachedServer;

class RingContractTest extends ScannableContract {

    @AutoClose
    private static final MemcachedServer first = MemcachedServer.start();

    @AutoClose
    private static final MemcachedServer second = MemcachedServer.start();

    @AutoClose
    private static final MemcachedServer third = MemcachedServer.start();

    @Override
    protected Backend open() {
        return Servers.open(first, second, third);
    }
}
