package org.kennelcache.backend.mongodb;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import java.time.Duration;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.AutoClose;
import org.junit.jupiter.api.Test;
import org.kennelcache.config.MongodbSettings;
import org.kennelcache.config.TlsSettings;
import org.kennelcache.spi.BackendException;
import org.kennelcache.spi.BackendException.Reason;
import org.kennelcache.testing.MongoJavaServer;
import org.kennelcache.testing.TestCertificates;

/** Encrypted connections: who is trusted. */
class TlsTest {

    private static final Duration SHORT = Duration.ofMillis(1500);

    @AutoClose
    private static final TestCertificates authority = new TestCertificates();

    @AutoClose
    private static final TestCertificates stranger = new TestCertificates();

    @AutoClose
    private static final MongoJavaServer server =
            MongoJavaServer.startWithTls(authority, authority.issue("server", "DNS:localhost,IP:127.0.0.1"));

    @AutoClose
    private static final MongoJavaServer misnamed =
            MongoJavaServer.startWithTls(authority, authority.issue("misnamed", "DNS:elsewhere"));

    private static final TlsSettings TRUST = tls(authority);

    @Test
    void get_trustedServer_works() {
        assertWorks(TRUST);
    }

    @Test
    void get_allowedCipher_works() {
        assertWorks(new TlsSettings(authority.authority(), null, null, List.of("TLS_AES_256_GCM_SHA384")));
    }

    @Test
    void get_untrustedServer_isRefused() {
        assertThat(failure(server, tls(stranger)))
                .hasMessageContaining("can't be reached: ")
                .hasMessageContaining("tls_cafile");
    }

    @Test
    void get_certificateOfAnotherHost_isRefused() {
        assertThat(failure(misnamed, TRUST))
                .hasMessageContaining("can't be reached: No subject alternative DNS name matching localhost found");
    }

    @Test
    void get_serverWantsTls_saysSo() {
        assertThat(failure(server, null)).hasMessageContaining("tls_enabled if it wants TLS");
    }

    private static TlsSettings tls(TestCertificates trusted) {
        return new TlsSettings(trusted.authority(), null, null, List.of());
    }

    private static void assertWorks(TlsSettings tls) {
        try (MongodbBackend backend = Servers.open(settings(server, Servers.PATIENCE, tls))) {
            assertThat(backend.get("name")).isEmpty();
        }
    }

    private static BackendException failure(MongoJavaServer server, @Nullable TlsSettings tls) {
        try (MongodbBackend backend = Servers.open(settings(server, SHORT, tls))) {
            BackendException failure = catchThrowableOfType(BackendException.class, () -> backend.get("name"));
            assertThat(failure.reason()).isEqualTo(Reason.UNREACHABLE);
            return failure;
        }
    }

    private static MongodbSettings settings(MongoJavaServer server, Duration timeout, @Nullable TlsSettings tls) {
        return Servers.settings(Servers.address("localhost", server.port()), Servers.connection(timeout, tls));
    }
}
