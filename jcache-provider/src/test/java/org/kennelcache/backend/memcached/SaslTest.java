package org.kennelcache.backend.memcached;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.catchThrowableOfType;
import static org.kennelcache.spi.Drafts.draft;
import static org.kennelcache.spi.Drafts.drafts;
import static org.kennelcache.spi.Drafts.names;

import java.time.Duration;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.AutoClose;
import org.junit.jupiter.api.Test;
import org.kennelcache.config.ConnectionSettings;
import org.kennelcache.config.Secret;
import org.kennelcache.spi.Backend;
import org.kennelcache.spi.BackendException;
import org.kennelcache.spi.BackendException.Reason;
import org.kennelcache.spi.Scannable;
import org.kennelcache.spi.Version;
import org.kennelcache.testing.MemcachedServer;

/** Servers that want a password, or should and don't. */
class SaslTest {

    @AutoClose
    private static final MemcachedServer server = MemcachedServer.startWithSasl("kennel", "open-sesame");

    private static BackendException failureOf(MemcachedServer server, @Nullable String password) {
        ConnectionSettings connection = password == null
                ? Servers.connection(Servers.TIMEOUT)
                : new ConnectionSettings(Servers.TIMEOUT, "kennel", Secret.of(password), null, null);
        try (Backend backend = Servers.openAny(connection, server)) {
            assertThatThrownBy(() -> backend.get("p:name")).isInstanceOf(BackendException.class);
            return catchThrowableOfType(BackendException.class, () -> backend.get("p:name"));
        }
    }

    @Test
    void get_wrongPassword_isAuthenticationEachTimeAndDoesNotShowIt() {
        long start = System.nanoTime();

        BackendException failure = failureOf(server, "abracadabra");

        assertThat(failure.reason()).isEqualTo(Reason.AUTHENTICATION);
        assertThat(failure)
                .hasMessageContaining("turns user and password down. Check username and password")
                .hasMessageNotContainingAny("abracadabra");
        assertThat(Duration.ofNanos(System.nanoTime() - start)).isLessThan(Servers.TIMEOUT);
    }

    @Test
    void get_noPassword_isAuthentication() {
        BackendException failure = failureOf(server, null);

        assertThat(failure.reason()).isEqualTo(Reason.AUTHENTICATION);
        assertThat(failure).hasMessageContaining("Set memcache_sasl_enabled, username and password");
    }

    @Test
    void get_passwordForServerWithoutSasl_isAuthentication() {
        try (MemcachedServer open = MemcachedServer.start()) {
            BackendException failure = failureOf(open, "open-sesame");

            assertThat(failure.reason()).isEqualTo(Reason.AUTHENTICATION);
            assertThat(failure).hasMessageContaining("knows no SASL. Start it with -S, or unset memcache_sasl_enabled");
        }
    }

    private static Backend open() {
        return Servers.openAny(
                new ConnectionSettings(Servers.TIMEOUT, "kennel", Secret.of("open-sesame"), null, null), server);
    }

    private static Scannable scannable(Backend backend) {
        return backend.capability(Scannable.class).orElseThrow();
    }

    @Test
    void scan_serverListensToSaslOnly_isUnsupported() {
        try (Backend backend = open()) {
            backend.commit("scan:name", Version.ANY, draft());

            BackendException failure = catchThrowableOfType(
                    BackendException.class,
                    () -> scannable(backend).scan("scan:").hasNext());

            assertThat(failure.reason()).isEqualTo(Reason.UNSUPPORTED);
            assertThat(failure).hasMessageContaining("does not list what it holds");
        }
    }

    @Test
    void clear_prefix_hidesItsRecordsFromEverybodyAtOnceAndNoOther() {
        try (Backend backend = open();
                Backend other = open()) {
            List<String> names = names("clear:", 10);
            backend.putAll(drafts(names));
            backend.commit("keep:name", Version.ANY, draft());
            assertThat(other.getAll(names)).hasSize(10);

            scannable(backend).clear("clear:");

            assertThat(backend.getAll(names)).isEmpty();
            assertThat(other.getAll(names)).isEmpty();
            assertThat(other.get("keep:name")).isPresent();
        }
    }

    @Test
    void commit_afterSomebodyElseCleared_isSeenByEverybody() {
        try (Backend backend = open();
                Backend other = open()) {
            backend.commit("again:1", Version.ANY, draft());
            scannable(other).clear("again:");

            assertThat(backend.commit("again:1", Version.ABSENT, draft())).isTrue();
            assertThat(backend.commit("again:2", Version.ANY, draft())).isTrue();
            backend.putAll(drafts(List.of("again:3")));

            assertThat(other.getAll(List.of("again:1", "again:2", "again:3"))).hasSize(3);
        }
    }

    @Test
    void conditionalOperations_onWhatWasCleared_findNothing() {
        try (Backend backend = open();
                Backend other = open()) {
            backend.commit("gone:1", Version.ANY, draft());
            Version read = backend.get("gone:1").orElseThrow().version();
            backend.commit("gone:2", Version.ANY, draft());
            scannable(other).clear("gone:");

            assertThat(backend.commit("gone:1", read, draft())).isFalse();
            assertThat(backend.remove("gone:2", Version.ANY)).isFalse();
            assertThat(backend.getAll(List.of("gone:1", "gone:2"))).isEmpty();
        }
    }
}
