package org.kennelcache.backend.memcached;

import org.junit.jupiter.api.AutoClose;
import org.kennelcache.config.ConnectionSettings;
import org.kennelcache.config.Secret;
import org.kennelcache.spi.Backend;
import org.kennelcache.testing.MemcachedServer;

class SaslContractTest extends UnlistedContract {

    @AutoClose
    private static final MemcachedServer server = MemcachedServer.startWithSasl("kennel", "open-sesame");

    @Override
    protected Backend open() {
        return Servers.open(
                new ConnectionSettings(Servers.TIMEOUT, "kennel", Secret.of("open-sesame"), null, null), server);
    }
}
