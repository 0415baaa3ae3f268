package org.kennelcache.backend.memcached;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowableOfType;
import static org.kennelcache.spi.Drafts.draft;
import static org.kennelcache.spi.Drafts.names;

import java.nio.file.Path;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.AutoClose;
import org.junit.jupiter.api.Test;
import org.kennelcache.config.ConnectionSettings;
import org.kennelcache.config.HostAndPort;
import org.kennelcache.config.RetrySettings;
import org.kennelcache.config.Secret;
import org.kennelcache.config.TlsSettings;
import org.kennelcache.config.WeightedServer;
import org.kennelcache.spi.Backend;
import org.kennelcache.spi.BackendException;
import org.kennelcache.spi.BackendException.Reason;
import org.kennelcache.spi.StoredRecord;
import org.kennelcache.spi.Version;
import org.kennelcache.testing.MemcachedServer;
import org.kennelcache.testing.TestCertificates;

/** On Amazon's fork of the client, which has TLS. */
class TlsTest {

    @AutoClose
    private static final TestCertificates authority = new TestCertificates();

    @AutoClose
    private static final TestCertificates stranger = new TestCertificates();

    @AutoClose
    private static final MemcachedServer server =
            MemcachedServer.start(MemcachedServer.tls(authority, authority.issue("server", "DNS:localhost")));

    private static ConnectionSettings connection(@Nullable TlsSettings tls) {
        return new ConnectionSettings(Servers.TIMEOUT, null, null, tls, null);
    }

    private static TlsSettings trusting(Path authority, String... ciphers) {
        return new TlsSettings(authority, null, null, List.of(ciphers));
    }

    private static Backend open(MemcachedServer server, ConnectionSettings connection) {
        WeightedServer named = new WeightedServer(new HostAndPort("localhost", server.port()), 1);
        return Servers.open(
                Servers.settings(List.of(named), connection, new RetrySettings(2, Servers.TIMEOUT), Servers.TIMEOUT));
    }

    private static void assertWorks(MemcachedServer server, ConnectionSettings connection) {
        try (Backend backend = open(server, connection)) {
            StoredRecord.Draft draft = draft(300_000);

            backend.commit("p:name", Version.ANY, draft);

            assertThat(backend.get("p:name"))
                    .get()
                    .extracting(StoredRecord::bytes)
                    .isEqualTo(draft.bytes());
        }
    }

    private static BackendException failure(MemcachedServer server, @Nullable TlsSettings tls) {
        try (Backend backend = open(server, connection(tls))) {
            return catchThrowableOfType(BackendException.class, () -> backend.get("p:name"));
        }
    }

    @Test
    void get_trustedServer_works() {
        assertWorks(server, connection(trusting(authority.authority())));
    }

    @Test
    void get_allowedCipher_works() {
        assertWorks(server, connection(trusting(authority.authority(), "TLS_AES_256_GCM_SHA384")));
    }

    @Test
    void get_userAndPasswordToo_works() {
        String[] tls = MemcachedServer.tls(authority, authority.issue("sasl", "DNS:localhost"));
        try (MemcachedServer both = MemcachedServer.startWithSasl("kennel", "open-sesame", tls)) {
            assertWorks(
                    both,
                    new ConnectionSettings(
                            Servers.TIMEOUT,
                            "kennel",
                            Secret.of("open-sesame"),
                            trusting(authority.authority()),
                            null));
        }
    }

    @Test
    void bulkOperations_moreThanATlsRecord_work() {
        try (Backend backend = open(server, connection(trusting(authority.authority())))) {
            List<String> names = names("p:", 100);
            Map<String, StoredRecord.Draft> drafts = new HashMap<>();
            names.forEach(name -> drafts.put(name, draft(1_000)));

            backend.putAll(drafts);

            assertThat(backend.getAll(names)).containsOnlyKeys(names);
        }
    }

    @Test
    void get_untrustedServer_isRefused() {
        BackendException failure = failure(server, trusting(stranger.authority()));

        assertThat(failure.reason()).isEqualTo(Reason.UNREACHABLE);
        assertThat(failure).hasMessageContaining("can't be reached: ").hasMessageContaining("tls_cafile");
    }

    @Test
    void get_certificateOfAnotherHost_isRefused() {
        String[] tls = MemcachedServer.tls(authority, authority.issue("misnamed", "DNS:elsewhere"));
        try (MemcachedServer misnamed = MemcachedServer.start(tls)) {
            assertThat(failure(misnamed, trusting(authority.authority())))
                    .hasMessageContaining("can't be reached: No subject alternative DNS name matching localhost found");
        }
    }

    @Test
    void get_serverWantsTls_saysSo() {
        assertThat(failure(server, null)).hasMessageContaining("tls_enabled if it wants TLS");
    }

    @Test
    void get_serverDoesNotSpeakTls_saysSo() {
        try (MemcachedServer plain = MemcachedServer.start()) {
            assertThat(failure(plain, trusting(authority.authority()))).hasMessageContaining("speaks TLS there");
        }
    }
}
