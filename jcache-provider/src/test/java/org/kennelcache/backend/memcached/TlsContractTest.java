package org.kennelcache.backend.memcached;

import java.util.List;
import org.junit.jupiter.api.AutoClose;
import org.kennelcache.config.ConnectionSettings;
import org.kennelcache.config.HostAndPort;
import org.kennelcache.config.RetrySettings;
import org.kennelcache.config.TlsSettings;
import org.kennelcache.config.WeightedServer;
import org.kennelcache.spi.Backend;
import org.kennelcache.spi.ScannableContract;
import org.kennelcache.testing.MemcachedServer;
import org.kennelcache.testing.TestCertificates;
import org.kennelcache.testing.TestCertificates.Certificate;

/** On Amazon's fork of the client, with certificates on both sides. */
class TlsContractTest extends ScannableContract {

    @AutoClose
    private static final TestCertificates authority = new TestCertificates();

    private static final Certificate client = authority.issue("client", "DNS:client");

    @AutoClose
    private static final MemcachedServer server =
            MemcachedServer.start(MemcachedServer.tls(authority, authority.issue("server", "DNS:localhost")));

    @Override
    protected Backend open() {
        TlsSettings tls = new TlsSettings(authority.authority(), client.certificate(), client.key(), List.of());
        return Servers.open(Servers.settings(
                List.of(new WeightedServer(new HostAndPort("localhost", server.port()), 1)),
                new ConnectionSettings(Servers.TIMEOUT, null, null, tls, null),
                new RetrySettings(2, Servers.TIMEOUT),
                Servers.TIMEOUT));
    }
}
