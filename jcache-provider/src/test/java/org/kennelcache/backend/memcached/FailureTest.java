package org.kennelcache.backend.memcached;

import static java.nio.charset.StandardCharsets.US_ASCII;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowableOfType;
import static org.kennelcache.spi.Drafts.draft;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.net.Socket;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Consumer;
import org.junit.jupiter.api.AutoClose;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.kennelcache.config.HostAndPort;
import org.kennelcache.config.MemcachedSettings;
import org.kennelcache.config.RetrySettings;
import org.kennelcache.config.WeightedServer;
import org.kennelcache.spi.Backend;
import org.kennelcache.spi.BackendException;
import org.kennelcache.spi.BackendException.Reason;
import org.kennelcache.spi.StoredRecord;
import org.kennelcache.spi.Version;
import org.kennelcache.testing.MemcachedServer;

/** Every way in which a server refuses, and what is said about it. */
class FailureTest {

    private static final String NAME = "prefix:name-of-a-record";
    private static final int MEBIBYTE = 1 << 20;

    @AutoClose
    private static final MemcachedServer server = MemcachedServer.start();

    @Test
    void get_noServer_isUnreachable() {
        MemcachedServer gone = MemcachedServer.start();
        gone.close();

        BackendException failure = failureOf(Servers.addressOf(gone), backend -> backend.get(NAME));

        assertThat(failure.reason()).isEqualTo(Reason.UNREACHABLE);
        assertThat(failure)
                .hasMessage("get: memcached server 127.0.0.1:" + gone.port() + " can't be reached: Connection refused."
                        + " Check that it runs and listens there, and tls_enabled if it wants TLS.");
    }

    @Test
    void get_noSuchHost_isUnreachable() {
        BackendException failure =
                failureOf(new HostAndPort("no-such-host.invalid", 11211), backend -> backend.get(NAME));

        assertThat(failure.reason()).isEqualTo(Reason.UNREACHABLE);
        assertThat(failure).hasMessageContaining("no-such-host.invalid:11211 can't be reached");
    }

    @Test
    void get_serverOfTextProtocol_saysWhatToLookFor() {
        try (MemcachedServer text = MemcachedServer.start("-B", "ascii")) {
            BackendException failure = failureOf(Servers.addressOf(text), backend -> backend.get(NAME));

            assertThat(failure.reason()).isEqualTo(Reason.TIMEOUT);
            assertThat(failure).hasMessageContaining("whether it speaks the binary protocol");
        }
    }

    @Test
    void get_someOtherServer_isUnsupported() throws IOException {
        try (ServerSocket listener = new ServerSocket(0, 5, InetAddress.getLoopbackAddress())) {
            Thread other = new Thread(() -> greetWithText(listener));
            other.start();

            BackendException failure =
                    failureOf(new HostAndPort("localhost", listener.getLocalPort()), backend -> backend.get(NAME));

            assertThat(failure.reason()).isEqualTo(Reason.UNSUPPORTED);
            assertThat(failure).hasMessageContaining("does not speak memcached's binary protocol");
        }
    }

    private static void greetWithText(ServerSocket listener) {
        try (Socket socket = listener.accept()) {
            socket.getOutputStream().write("220 mail.example.org ready\r\n".getBytes(US_ASCII));
            socket.getInputStream().read();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    @ParameterizedTest
    @ValueSource(ints = {MEBIBYTE, 3 * MEBIBYTE})
    void commit_tooLarge_saysTheLimitAndRemovesTheOldRecord(int size) {
        try (MemcachedBackend backend = Servers.open(server)) {
            backend.commit(NAME, Version.ANY, draft());

            BackendException failure =
                    catchThrowableOfType(BackendException.class, () -> backend.commit(NAME, Version.ANY, draft(size)));

            assertThat(failure.reason()).isEqualTo(Reason.TOO_LARGE);
            assertThat(failure)
                    .hasMessage("commit: memcached server 127.0.0.1:" + server.port()
                            + " takes no record above 1048576 bytes (its item_size_max). What was stored before is"
                            + " removed. Start it with a larger -I, or store less under one key.");
            assertThat(backend.get(NAME)).isEmpty();
        }
    }

    @ParameterizedTest
    @ValueSource(ints = {MEBIBYTE, 3 * MEBIBYTE})
    void commit_tooLargeWithVersion_removesTheOldRecord(int size) {
        try (MemcachedBackend backend = Servers.open(server)) {
            backend.commit(NAME, Version.ANY, draft());
            Version read = backend.get(NAME).orElseThrow().version();

            assertThat(catchThrowableOfType(BackendException.class, () -> backend.commit(NAME, read, draft(size)))
                            .reason())
                    .isEqualTo(Reason.TOO_LARGE);
            assertThat(backend.get(NAME)).isEmpty();
        }
    }

    @ParameterizedTest
    @ValueSource(ints = {MEBIBYTE, 3 * MEBIBYTE})
    void putAll_oneTooLarge_removesItsOldRecordAndLeavesOthersAlone(int size) {
        try (MemcachedBackend backend = Servers.open(server)) {
            backend.commit(NAME, Version.ANY, draft());

            backend.commit("prefix:other", Version.ANY, draft());

            BackendException failure =
                    catchThrowableOfType(BackendException.class, () -> backend.putAll(Map.of(NAME, draft(size))));

            assertThat(failure.reason()).isEqualTo(Reason.TOO_LARGE);
            assertThat(backend.getAll(List.of(NAME, "prefix:other"))).containsOnlyKeys("prefix:other");
        }
    }

    @Test
    void commit_largeOnServerThatTakesIt_isStored() {
        try (MemcachedServer generous = MemcachedServer.start("-I", "8m");
                MemcachedBackend backend = Servers.open(generous)) {
            StoredRecord.Draft draft = draft(6 * MEBIBYTE);

            backend.commit(NAME, Version.ANY, draft);

            assertThat(backend.get(NAME)).get().extracting(StoredRecord::bytes).isEqualTo(draft.bytes());
        }
    }

    @Test
    void putAll_noMemoryLeftAndNoEviction_isOutOfMemory() {
        try (MemcachedServer small = MemcachedServer.start("-M", "-m", "4");
                MemcachedBackend backend = Servers.open(small)) {
            BackendException failure = catchThrowableOfType(BackendException.class, () -> {
                for (int i = 0; i < 100; i++) {
                    backend.commit("prefix:" + i, Version.ANY, draft(MEBIBYTE / 2));
                }
            });

            assertThat(failure.reason()).isEqualTo(Reason.OUT_OF_MEMORY);
            assertThat(failure).hasMessageContaining("Raise -m there");
        }
    }

    @Test
    void commit_versionOfAnotherBackend_isRefused() {
        try (MemcachedBackend backend = Servers.open(server)) {
            IllegalArgumentException failure = catchThrowableOfType(
                    IllegalArgumentException.class, () -> backend.commit(NAME, Version.of("somebody else's"), draft()));

            assertThat(failure).hasMessage("version: a java.lang.String, must be one that this backend gave");
        }
    }

    @Test
    void get_closedBackend_saysSo() {
        MemcachedBackend backend = Servers.open(server);
        backend.get(NAME);
        backend.close();

        BackendException failure = catchThrowableOfType(BackendException.class, () -> backend.get(NAME));

        assertThat(failure).hasMessageContaining("the backend is closed");
    }

    @Test
    void commit_longTimeToLive_isAbsoluteAndStaysForGood() {
        try (MemcachedBackend backend = Servers.open(server)) {
            StoredRecord.Draft draft = new StoredRecord.Draft(draft().bytes(), Optional.of(Duration.ofDays(45)));
            backend.commit(NAME, Version.ANY, draft);

            String expiry = server.ask("mg " + NAME + " t");

            assertThat(Long.parseLong(expiry.substring(expiry.indexOf(" t") + 2)))
                    .isBetween(
                            Duration.ofDays(45).toSeconds(), Duration.ofDays(45).toSeconds() + 3);
        }
    }

    private static BackendException failureOf(HostAndPort address, Consumer<Backend> operation) {
        MemcachedSettings settings = Servers.settings(
                List.of(new WeightedServer(address, 1)),
                Servers.connection(Servers.TIMEOUT),
                new RetrySettings(2, Duration.ofSeconds(1)),
                Duration.ofSeconds(5));
        try (Backend backend = Servers.open(settings)) {
            return catchThrowableOfType(BackendException.class, () -> operation.accept(backend));
        }
    }
}
