package org.kennelcache.backend.redis;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import org.junit.jupiter.api.AutoClose;
import org.junit.jupiter.api.Test;
import org.kennelcache.backend.wire.Tls;
import org.kennelcache.config.HostAndPort;
import org.kennelcache.config.RedisSettings;
import org.kennelcache.config.TlsSettings;
import org.kennelcache.spi.BackendException;
import org.kennelcache.spi.BackendException.Reason;
import org.kennelcache.spi.Drafts;
import org.kennelcache.spi.Version;
import org.kennelcache.testing.RedisServer;
import org.kennelcache.testing.TestCertificates;
import org.kennelcache.testing.TestCertificates.Certificate;

/** Encrypted connections: who is trusted, who is let in. */
class TlsTest {

    @AutoClose
    private static final TestCertificates authority = new TestCertificates();

    @AutoClose
    private static final TestCertificates stranger = new TestCertificates();

    private static final Certificate client = authority.issue("client", "DNS:client");

    @AutoClose
    private static final RedisServer server = RedisServer.startWithTls(
            authority, authority.issue("server", "DNS:localhost,IP:127.0.0.1"), "tls-auth-clients no");

    @AutoClose
    private static final RedisServer strict = RedisServer.startWithTls(
            authority, authority.issue("strict", "DNS:localhost,IP:127.0.0.1"), "tls-auth-clients yes");

    @AutoClose
    private static final RedisServer misnamed =
            RedisServer.startWithTls(authority, authority.issue("misnamed", "DNS:elsewhere"), "tls-auth-clients no");

    private static final TlsSettings TRUST = new TlsSettings(authority.authority(), null, null, List.of());

    @Test
    void get_trustedServer_works() {
        assertWorks("localhost", server, TRUST);
    }

    @Test
    void get_addressInTheCertificate_works() {
        assertWorks("127.0.0.1", server, TRUST);
    }

    @Test
    void get_clientCertificate_letsIn() {
        assertWorks("localhost", strict, with(client.certificate(), client.key()));
    }

    @Test
    void get_noClientCertificate_isRefused() {
        assertThat(failure("localhost", strict.tlsPort(), TRUST))
                .hasMessageContaining("tls_certfile and tls_keyfile if it asks for a certificate");
    }

    @Test
    void get_strangersClientCertificate_isRefused() {
        Certificate strange = stranger.issue("stranger", "DNS:client");

        assertThat(failure("localhost", strict.tlsPort(), with(strange.certificate(), strange.key())))
                .hasMessageContaining("tls_certfile and tls_keyfile if it asks for a certificate");
    }

    @Test
    void get_untrustedServer_isRefused() {
        TlsSettings trustsOthers = new TlsSettings(stranger.authority(), null, null, List.of());

        assertThat(failure("localhost", server.tlsPort(), trustsOthers))
                .hasMessageContaining("can't be reached: ")
                .hasMessageContaining("tls_cafile");
    }

    @Test
    void get_certificateOfAnotherHost_isRefused() {
        assertThat(failure("localhost", misnamed.tlsPort(), TRUST))
                .hasMessageContaining("can't be reached: No subject alternative DNS name matching localhost found");
    }

    @Test
    void get_serverDoesNotSpeakTls_saysSo() {
        assertThat(failure("localhost", server.port(), TRUST)).hasMessageContaining("no TLS handshake within 1000 ms");
    }

    @Test
    void get_serverWantsTls_saysSo() {
        assertThat(failure("localhost", server.tlsPort(), null)).hasMessageContaining("tls_enabled if it wants TLS");
    }

    @Test
    void get_allowedCipher_works() {
        assertWorks("localhost", server, ciphers("TLS_AES_256_GCM_SHA384"));
    }

    @Test
    void commit_largeRecordWhileServerHangs_timesOut() {
        RedisSettings settings = RedisSettings.single(new HostAndPort("localhost", server.tlsPort()))
                .tls(TRUST)
                .socketTimeout(Duration.ofMillis(300))
                .build();
        try (RedisBackend backend = Servers.open(settings)) {
            backend.get("name");
            server.pause();
            long start = System.nanoTime();

            BackendException failure = catchThrowableOfType(
                    BackendException.class, () -> backend.commit("name", Version.ANY, Drafts.draft(32 * 1024 * 1024)));

            assertThat(failure.reason()).isEqualTo(Reason.TIMEOUT);
            assertThat(Duration.ofNanos(System.nanoTime() - start)).isLessThan(Duration.ofSeconds(1));
        } finally {
            server.resume();
        }
    }

    @Test
    void create_unknownCipher_namesOption() {
        assertThatIllegalArgumentException()
                .isThrownBy(() -> new Tls(ciphers("TLS_ROT13")))
                .withMessageStartingWith("tls_allowed_ciphers = [TLS_ROT13]: must be among [TLS_");
    }

    @Test
    void create_missingFile_namesOptionAndFile() {
        TlsSettings settings = new TlsSettings(Path.of("/no/such/file"), null, null, List.of());

        assertThatIllegalArgumentException()
                .isThrownBy(() -> new Tls(settings))
                .withMessageStartingWith("tls_cafile = /no/such/file: can't be read");
    }

    @Test
    void create_keyInTheFileOfTheCertificate_works() {
        authority.concatenate("both.pem", client.certificate(), client.key());

        assertWorks("localhost", strict, with(authority.file("both.pem"), null));
    }

    @Test
    void create_keyOfAnotherCertificate_isRefused() {
        Certificate other = authority.issue("other", "DNS:client");

        assertThatIllegalArgumentException()
                .isThrownBy(() -> new Tls(with(client.certificate(), other.key())))
                .withMessageContaining(": holds another key than that of the first certificate in tls_certfile");
    }

    private static TlsSettings with(Path certificate, Path key) {
        return new TlsSettings(authority.authority(), certificate, key, List.of());
    }

    private static TlsSettings ciphers(String... names) {
        return new TlsSettings(authority.authority(), null, null, List.of(names));
    }

    private static void assertWorks(String host, RedisServer server, TlsSettings tls) {
        try (RedisBackend backend = backend(host, server.tlsPort(), tls)) {
            assertThat(backend.get("name")).isEmpty();
        }
    }

    private static BackendException failure(String host, int port, TlsSettings tls) {
        try (RedisBackend backend = backend(host, port, tls)) {
            BackendException failure = catchThrowableOfType(BackendException.class, () -> backend.get("name"));
            assertThat(failure.reason()).isEqualTo(Reason.UNREACHABLE);
            return failure;
        }
    }

    private static RedisBackend backend(String host, int port, TlsSettings tls) {
        RedisSettings.Builder settings = RedisSettings.single(new HostAndPort(host, port));
        return Servers.open(tls == null ? settings : settings.tls(tls));
    }
}
