package org.kennelcache.backend.memcached;

import org.junit.jupiter.api.AutoClose;
import org.kennelcache.spi.Backend;
import org.kennelcache.testing.MemcachedServer;

class NoCrawlerContractTest extends UnlistedContract {

    @AutoClose
    private static final MemcachedServer server = MemcachedServer.start("-o", "no_lru_crawler");

    @Override
    protected Backend open() {
        return Servers.open(server);
    }
}
