package org.kennelcache.backend.memcached;

import java.util.List;
import org.junit.jupiter.api.AutoClose;
import org.kennelcache.config.RetrySettings;
import org.kennelcache.config.WeightedServer;
import org.kennelcache.spi.Backend;
import org.kennelcache.testing.MemcachedServer;

/** One client comes through a proxy, which refuses to list; the other goes to the server, which lists. */
class ProxyContractTest extends UnlistedContract {

    @AutoClose
    private static final MemcachedServer server = MemcachedServer.start();

    @AutoClose
    private static final BinaryProxy proxy = BinaryProxy.inFrontOf(server);

    @Override
    protected Backend open() {
        return Servers.open(Servers.settings(
                List.of(new WeightedServer(proxy.address(), 1)),
                Servers.connection(Servers.TIMEOUT),
                new RetrySettings(2, Servers.TIMEOUT),
                Servers.TIMEOUT));
    }

    @Override
    protected Backend openOther() {
        return Servers.open(server);
    }
}
