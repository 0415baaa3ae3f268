package org.kennelcache.backend.memcached;

import static org.assertj.core.api.Assertions.assertThat;

import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.AutoClose;
import org.junit.jupiter.api.Test;
import org.kennelcache.config.ConnectionSettings;
import org.kennelcache.config.Secret;
import org.kennelcache.spi.Backend;
import org.kennelcache.spi.BackendException;
import org.kennelcache.spi.BackendException.Reason;
import org.kennelcache.spi.Endings;
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
            Endings.failureOf(() -> backend.get("p:name"));
            return Endings.failureOf(() -> backend.get("p:name"));
        }
    }

    @Test
    void get_wrongPassword_isAuthenticationEachTimeAndDoesNotShowIt() {
        BackendException failure = failureOf(server, "abracadabra");

        assertThat(failure.reason()).isEqualTo(Reason.AUTHENTICATION);
        assertThat(failure)
                .hasMessageContaining("turns user and password down. Check username and password")
                .hasMessageNotContainingAny("abracadabra");
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
}
