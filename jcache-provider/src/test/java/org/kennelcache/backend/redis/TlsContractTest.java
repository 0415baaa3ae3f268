package org.kennelcache.backend.redis;

import java.util.List;
import org.junit.jupiter.api.AutoClose;
import org.kennelcache.config.HostAndPort;
import org.kennelcache.config.RedisSettings;
import org.kennelcache.config.Secret;
import org.kennelcache.config.TlsSettings;
import org.kennelcache.spi.Backend;
import org.kennelcache.spi.ScannableContract;
import org.kennelcache.testing.RedisServer;
import org.kennelcache.testing.TestCertificates;
import org.kennelcache.testing.TestCertificates.Certificate;

/** Everything that a careful operator switches on: TLS with client certificates, a user, a password. */
class TlsContractTest extends ScannableContract {

    @AutoClose
    private static final TestCertificates authority = new TestCertificates();

    private static final Certificate client = authority.issue("client", "DNS:client");

    @AutoClose
    private static final RedisServer server = RedisServer.startWithTls(
            authority,
            authority.issue("server", "DNS:localhost"),
            "user default off",
            "user kennel on >open-sesame ~* +get +mget +set +mset +del +unlink +scan +eval +evalsha +getrange");

    @Override
    protected Backend open() {
        RedisSettings settings = RedisSettings.single(new HostAndPort("localhost", server.tlsPort()))
                .tls(new TlsSettings(authority.authority(), client.certificate(), client.key(), List.of()))
                .credentials("kennel", Secret.of("open-sesame"))
                .build();
        return Servers.open(settings);
    }
}
