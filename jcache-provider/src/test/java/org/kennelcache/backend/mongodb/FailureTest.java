package org.kennelcache.backend.mongodb;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.catchThrowableOfType;
import static org.kennelcache.backend.mongodb.Drafts.drafts;
import static org.kennelcache.backend.mongodb.Drafts.names;

import java.time.Duration;
import java.util.Arrays;
import java.util.List;
import java.util.concurrent.FutureTask;
import org.awaitility.Awaitility;
import org.junit.jupiter.api.AutoClose;
import org.junit.jupiter.api.Test;
import org.kennelcache.config.ConnectionSettings;
import org.kennelcache.config.MongodbSettings;
import org.kennelcache.config.ReadPreference;
import org.kennelcache.config.Secret;
import org.kennelcache.spi.BackendException;
import org.kennelcache.spi.BackendException.Reason;
import org.kennelcache.spi.Version;
import org.kennelcache.testing.MongoDb;
import org.kennelcache.testing.MongoJavaServer;

/** Every way in which a server fails to answer, and what is said about it. */
class FailureTest {

    private static final Duration SHORT = Duration.ofMillis(700);
    private static final String NAME = "app:books:name";

    @AutoClose
    private static final MongoJavaServer server = MongoJavaServer.start();

    @Test
    void get_noServer_isUnreachable() {
        MongoJavaServer gone = MongoJavaServer.start();
        gone.close();

        BackendException failure = failureOf(Servers.settingsFor(gone, SHORT));

        assertThat(failure.reason()).isEqualTo(Reason.UNREACHABLE);
        assertThat(failure)
                .hasMessage("get: MongoDB localhost:" + gone.port() + " can't be reached: Connection refused."
                        + " Check that it runs and listens there, and tls_enabled if it wants TLS.");
    }

    @Test
    void get_noSuchHost_isUnreachable() {
        BackendException failure =
                failureOf(Servers.settings(Servers.address("no-such-host.invalid", 27017), Servers.connection(SHORT)));

        assertThat(failure.reason()).isEqualTo(Reason.UNREACHABLE);
        assertThat(failure).hasMessageContaining("no-such-host.invalid:27017 can't be reached");
    }

    @Test
    void get_noSuchReplicaSet_isUnreachable() {
        MongodbSettings settings = new MongodbSettings(
                Servers.address("localhost", server.port()),
                MongoDb.DATABASE,
                null,
                Servers.connection(SHORT),
                10,
                null,
                ReadPreference.PRIMARY,
                "rs0");

        BackendException failure = failureOf(settings);

        assertThat(failure.reason()).isEqualTo(Reason.UNREACHABLE);
        assertThat(failure).hasMessageContaining("had no server for this").hasMessageContaining("replicaset_name");
    }

    @Test
    void get_serverThatKnowsNoUsers_isAuthenticationAndDoesNotShowThePassword() {
        MongodbSettings settings = Servers.settings(
                Servers.address("localhost", server.port()),
                new ConnectionSettings(SHORT, "kennel", Secret.of("abracadabra"), null, null));

        BackendException failure = failureOf(settings);

        assertThat(failure.reason()).isEqualTo(Reason.AUTHENTICATION);
        assertThat(failure).hasMessageContaining("Check username and password");
        assertThat(failure.getMessage()).doesNotContain("abracadabra");
    }

    @Test
    void get_allConnectionsInUse_isPoolExhausted() {
        try (MongodbBackend backend = Servers.open(withOneConnection(SHORT))) {
            backend.get(NAME);
            server.pause();
            assertThatThrownBy(() -> backend.putAll(drafts(names("n", 5), 15 << 20)))
                    .hasMessageContaining("did not take the request");

            BackendException failure = failureOf(backend);

            assertThat(failure.reason()).isEqualTo(Reason.POOL_EXHAUSTED);
            assertThat(failure).hasMessageContaining("had all its 1 connections in use for 700 ms");
        } finally {
            server.resume();
        }
    }

    @Test
    void get_interruptedWhileAllConnectionsAreInUse_keepsTheInterrupt() {
        try (MongodbBackend backend = Servers.open(withOneConnection(Servers.PATIENCE))) {
            whileTheOnlyConnectionIsInUse(backend, () -> {
                Thread.currentThread().interrupt();

                BackendException failure = failureOf(backend);

                assertThat(Thread.interrupted()).isTrue();
                assertThat(failure.reason()).isEqualTo(Reason.INTERRUPTED);
            });
        }
    }

    @Test
    void get_afterClose_fails() {
        MongodbBackend backend = Servers.open(Servers.settingsFor(server, Servers.PATIENCE));
        backend.get(NAME);
        backend.close();
        backend.close();

        assertThat(failureOf(backend)).hasMessageContaining("have been closed");
    }

    @Test
    void close_afterUse_endsAllThreads() {
        MongodbBackend backend = Servers.open(Servers.settingsFor(server, Servers.PATIENCE));
        backend.commit(NAME, Version.ANY, Drafts.draft(1 << 20));
        assertThat(threads()).anyMatch(name -> name.startsWith("cluster-"));

        backend.close();

        Awaitility.await()
                .untilAsserted(() -> assertThat(threads())
                        .noneMatch(name -> name.startsWith("cluster-")
                                || name.startsWith("MaintenanceTimer-")
                                || name.startsWith("kennel-mongodb")));
    }

    private static List<String> threads() {
        return Thread.getAllStackTraces().keySet().stream().map(Thread::getName).toList();
    }

    /** A connection string's pool goes first. */
    private static MongodbSettings withOneConnection(Duration timeout) {
        return Servers.settings(
                Servers.address("mongodb://localhost:" + server.port() + "/?maxPoolSize=1"),
                Servers.connection(timeout));
    }

    private static void whileTheOnlyConnectionIsInUse(MongodbBackend backend, Runnable test) {
        backend.get(NAME);
        server.pause();
        Thread other = new Thread(new FutureTask<>(() -> backend.get(NAME)));
        try {
            other.start();
            Awaitility.await().until(() -> waitsForTheServer(other));
            test.run();
        } finally {
            server.resume();
        }
    }

    private static boolean waitsForTheServer(Thread thread) {
        return Arrays.stream(thread.getStackTrace())
                .anyMatch(frame -> frame.getClassName().endsWith("SocketStream")
                        && frame.getMethodName().equals("read"));
    }

    private static BackendException failureOf(MongodbSettings settings) {
        try (MongodbBackend backend = Servers.open(settings)) {
            return failureOf(backend);
        }
    }

    private static BackendException failureOf(MongodbBackend backend) {
        return catchThrowableOfType(BackendException.class, () -> backend.get(NAME));
    }
}
