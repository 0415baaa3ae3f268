package org.kennelcache.backend.redis;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowableOfType;
import static org.kennelcache.spi.Drafts.drafts;
import static org.kennelcache.spi.Drafts.names;

import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.AutoClose;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;
import org.kennelcache.config.HostAndPort;
import org.kennelcache.config.RedisSettings;
import org.kennelcache.config.TlsSettings;
import org.kennelcache.spi.BackendException;
import org.kennelcache.spi.BackendException.Reason;
import org.kennelcache.testing.RedisCluster;
import org.kennelcache.testing.RedisSentinels;
import org.kennelcache.testing.RedisServer;
import org.kennelcache.testing.TestCertificates;
import org.kennelcache.testing.TestCertificates.Certificate;

/** Encrypted connections to servers that were found by asking others. */
class TlsTopologyTest {

    @AutoClose
    private static final TestCertificates authority = new TestCertificates();

    @AutoClose
    private static final TestCertificates stranger = new TestCertificates();

    private static final Certificate client = authority.issue("client", "DNS:client");
    private static final Certificate own = authority.issue("server", "IP:127.0.0.1");

    @AutoClose
    private static final RedisCluster cluster = RedisCluster.startWithTls(authority, own);

    @AutoClose
    private static final RedisSentinels sentinels = RedisSentinels.startWithTls(authority, own);

    static Stream<Arguments> topologies() {
        return Stream.of(
                Arguments.of("cluster", clusterAt("127.0.0.1")), Arguments.of("sentinel", sentinelsAt("127.0.0.1")));
    }

    @ParameterizedTest(name = "{0}")
    @MethodSource("topologies")
    void operations_trustedServersAndClient_work(String label, RedisSettings.Builder settings) {
        List<String> names = names("prefix:", 20);
        try (RedisBackend backend = Servers.open(settings.tls(trusting(authority)))) {
            backend.putAll(drafts(names));

            assertThat(backend.get(names.get(0))).isPresent();
            assertThat(backend.getAll(names)).hasSize(20);
            assertThat(backend.scan("prefix:")).toIterable().hasSize(20);
        }
    }

    @ParameterizedTest(name = "{0}")
    @MethodSource("topologies")
    void get_untrustedServers_isRefused(String label, RedisSettings.Builder settings) {
        assertRefused(settings.tls(trusting(stranger)), "tls_cafile");
    }

    @ParameterizedTest(name = "{0}")
    @MethodSource("topologies")
    void get_noClientCertificate_isRefused(String label, RedisSettings.Builder settings) {
        assertRefused(settings.tls(new TlsSettings(authority.authority(), null, null, List.of())), "tls_certfile");
    }

    /** Of the servers that are asked, that is; those that they name are looked at in the same way. */
    @Test
    void get_certificateOfAnotherHost_isRefused() {
        TlsSettings tls = trusting(authority);

        assertRefused(clusterAt("localhost").tls(tls), "No name matching localhost found");
        assertRefused(sentinelsAt("localhost").tls(tls), "No name matching localhost found");
    }

    private static RedisSettings.Builder clusterAt(String host) {
        return RedisSettings.cluster(addresses(
                host, cluster.nodes().stream().map(RedisServer::tlsPort).toList()));
    }

    private static RedisSettings.Builder sentinelsAt(String host) {
        return RedisSettings.sentinel(addresses(host, sentinels.tlsPorts()), RedisSentinels.SERVICE);
    }

    private static void assertRefused(RedisSettings.Builder settings, String option) {
        try (RedisBackend backend = Servers.open(settings)) {
            BackendException failure = catchThrowableOfType(BackendException.class, () -> backend.get("name"));

            assertThat(failure.reason()).isEqualTo(Reason.UNREACHABLE);
            assertThat(failure).hasMessageContaining(option);
        }
    }

    private static TlsSettings trusting(TestCertificates trusted) {
        return new TlsSettings(trusted.authority(), client.certificate(), client.key(), List.of());
    }

    private static List<HostAndPort> addresses(String host, List<Integer> ports) {
        return ports.stream().map(port -> new HostAndPort(host, port)).toList();
    }
}
