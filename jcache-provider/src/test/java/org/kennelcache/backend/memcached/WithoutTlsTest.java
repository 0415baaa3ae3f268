package org.kennelcache.backend.memcached;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import java.util.List;
import org.junit.jupiter.api.AutoClose;
import org.junit.jupiter.api.Test;
import org.kennelcache.config.ConnectionSettings;
import org.kennelcache.config.TlsSettings;
import org.kennelcache.spi.BackendException;
import org.kennelcache.testing.MemcachedServer;

/** On spymemcached, which has no TLS. */
class WithoutTlsTest {

    @AutoClose
    private static final MemcachedServer server = MemcachedServer.start();

    @Test
    void create_tlsWanted_namesTheArtifactToUse() {
        ConnectionSettings connection =
                new ConnectionSettings(Servers.TIMEOUT, null, null, new TlsSettings(null, null, null, List.of()), null);

        BackendException failure = catchThrowableOfType(
                BackendException.class,
                () -> Servers.openAny(connection, server).close());

        assertThat(failure.reason()).isEqualTo(BackendException.Reason.UNSUPPORTED);
        assertThat(failure)
                .hasMessage("tls_enabled = true: spymemcached has no TLS; put the artifact"
                        + " com.amazonaws:elasticache-java-cluster-client:1.2.4 on the class path in its place");
    }
}
