package org.kennelcache.backend.redis;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowable;
import static org.assertj.core.api.Assertions.catchThrowableOfType;
import static org.kennelcache.backend.redis.Servers.settingsFor;
import static org.kennelcache.spi.Drafts.draft;
import static org.kennelcache.spi.Drafts.drafts;
import static org.kennelcache.spi.Drafts.names;

import java.time.Duration;
import java.util.Arrays;
import java.util.List;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.function.Consumer;
import org.assertj.core.api.ThrowableAssert.ThrowingCallable;
import org.awaitility.Awaitility;
import org.junit.jupiter.api.AutoClose;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.kennelcache.config.HostAndPort;
import org.kennelcache.config.RedisSettings;
import org.kennelcache.config.Secret;
import org.kennelcache.spi.BackendException;
import org.kennelcache.spi.BackendException.Reason;
import org.kennelcache.spi.StoredRecord;
import org.kennelcache.spi.Version;
import org.kennelcache.testing.RedisServer;

/** Every way in which a server refuses, and what is said about it. */
class FailureTest {

    private static final String PASSWORD = "open-sesame";
    private static final String NAME = "prefix:name-of-a-record";

    @AutoClose
    private static final RedisServer server = RedisServer.start("proto-max-bulk-len 1mb", "repl-diskless-sync-delay 0");

    @BeforeEach
    void reset() {
        server.command("FLUSHALL");
        server.command("CONFIG", "SET", "maxmemory", "0", "maxclients", "10000");
        server.command("ACL", "SETUSER", "default", "reset", "on", "nopass", "~*", "+@all");
        server.command("ACL", "SETUSER", "kennel", "reset", "on", ">" + PASSWORD);
    }

    @Test
    void get_noServer_isUnreachable() {
        RedisServer gone = RedisServer.start();
        gone.close();

        BackendException failure = failureOf(settingsFor(gone), backend -> backend.get(NAME));

        assertThat(failure.reason()).isEqualTo(Reason.UNREACHABLE);
        assertThat(failure)
                .hasMessage("get: Redis server 127.0.0.1:" + gone.port() + " can't be reached: Connection refused."
                        + " Check that it runs and listens there, and tls_enabled if it wants TLS.");
    }

    @Test
    void get_noSuchHost_isUnreachable() {
        BackendException failure = failureOf(
                RedisSettings.single(new HostAndPort("no-such-host.invalid", 6379)), backend -> backend.get(NAME));

        assertThat(failure.reason()).isEqualTo(Reason.UNREACHABLE);
        assertThat(failure).hasMessageContaining("no-such-host.invalid:6379 can't be reached");
    }

    @Test
    void get_noPassword_isAuthentication() {
        server.command("ACL", "SETUSER", "default", "resetpass");

        BackendException failure = failureOf(settingsFor(server), backend -> backend.get(NAME));

        assertThat(failure.reason()).isEqualTo(Reason.AUTHENTICATION);
        assertThat(failure).hasMessageContaining("refuses: NOAUTH").hasMessageContaining("set password");
    }

    @Test
    void get_wrongPassword_isAuthenticationAndDoesNotShowIt() {
        BackendException failure = failureOf(
                settingsFor(server).credentials("kennel", Secret.of("abracadabra")), backend -> backend.get(NAME));

        assertThat(failure.reason()).isEqualTo(Reason.AUTHENTICATION);
        assertThat(failure)
                .hasMessageContaining("WRONGPASS")
                .hasMessageMatching(".*[^.]\\. Check username and password\\.");
    }

    @Test
    void commit_commandNotAllowed_isPermission() {
        server.command("ACL", "SETUSER", "kennel", "~*", "+get");

        BackendException failure = failureOf(asKennel(), backend -> backend.commit(NAME, Version.ANY, draft()));

        assertThat(failure.reason()).isEqualTo(Reason.PERMISSION);
        assertThat(failure).hasMessageContaining("commit: ").hasMessageContaining("ACL SETUSER");
    }

    @Test
    void get_databaseNotAllowed_isPermissionAndNamesTheRight() {
        server.command("ACL", "SETUSER", "kennel", "~*", "+get");

        BackendException failure = failureOf(asKennel().database(1), backend -> backend.get(NAME));

        assertThat(failure.reason()).isEqualTo(Reason.PERMISSION);
        assertThat(failure).hasMessageContaining("with redis_db +select");
    }

    @Test
    void getAll_namesNotAllowed_isPermission() {
        server.command("ACL", "SETUSER", "kennel", "~other:*", "+@all");

        BackendException failure = failureOf(asKennel(), backend -> backend.getAll(List.of(NAME)));

        assertThat(failure.reason()).isEqualTo(Reason.PERMISSION);
    }

    @Test
    void commit_scriptsNotAllowed_isPermission() {
        server.command("ACL", "SETUSER", "kennel", "~*", "+get", "+set");

        BackendException failure = failureOf(asKennel(), FailureTest::commitOverVersion);

        assertThat(failure.reason()).isEqualTo(Reason.PERMISSION);
        assertThat(failure).hasMessageContaining("evalsha");
    }

    @Test
    void commit_commandInScriptNotAllowed_isPermission() {
        server.command("ACL", "SETUSER", "kennel", "~*", "+get", "+set", "+eval", "+evalsha");

        BackendException failure = failureOf(asKennel(), FailureTest::commitOverVersion);

        assertThat(failure.reason()).isEqualTo(Reason.PERMISSION);
        assertThat(failure).hasMessageContaining("getrange");
    }

    @Test
    void everything_withTheRightsThatTheMessageNames_works() {
        server.command(
                "ACL", "SETUSER", "kennel", "~prefix:*", "+get", "+mget", "+set", "+mset", "+del", "+unlink", "+scan");
        server.command("ACL", "SETUSER", "kennel", "+eval", "+evalsha", "+getrange");

        try (RedisBackend backend = Servers.open(asKennel())) {
            commitOverVersion(backend);
            backend.putAll(drafts(names("prefix:", 10)));
            assertThat(backend.getAll(names("prefix:", 10))).hasSize(10);
            backend.removeAll(names("prefix:", 5));
            assertThat(backend.remove(NAME, Version.ANY)).isTrue();
            assertThat(backend.scan("prefix:")).toIterable().hasSize(5);
            backend.clear("prefix:");
            assertThat(backend.scan("prefix:").hasNext()).isFalse();
        }
    }

    @Test
    void commit_onReplica_isReadOnly() {
        try (RedisServer replica = RedisServer.start("replicaof 127.0.0.1 " + server.port())) {
            Awaitility.await().until(() -> replica.ask("INFO", "replication").contains("master_link_status:up"));

            BackendException failure =
                    failureOf(settingsFor(replica), backend -> backend.commit(NAME, Version.ABSENT, draft()));

            assertThat(failure.reason()).isEqualTo(Reason.READ_ONLY);
            assertThat(failure).hasMessageContaining("It is a replica: set redis_server to the primary");
        }
    }

    @Test
    void commit_byScriptOnReplica_isReadOnly() {
        try (RedisServer replica = RedisServer.start("replicaof 127.0.0.1 " + server.port());
                RedisBackend backend = Servers.open(settingsFor(server))) {
            backend.commit(NAME, Version.ANY, draft());
            Awaitility.await().until(() -> replica.command("GET", NAME) != null);

            BackendException failure = failureOf(settingsFor(replica), onReplica -> {
                Version version = onReplica.get(NAME).orElseThrow().version();
                onReplica.commit(NAME, version, draft());
            });

            assertThat(failure.reason()).isEqualTo(Reason.READ_ONLY);
        }
    }

    @Test
    void get_onReplicaWithoutItsPrimary_isUnreachable() {
        try (RedisServer replica = RedisServer.start("replicaof 127.0.0.1 1", "replica-serve-stale-data no")) {
            BackendException failure = failureOf(settingsFor(replica), backend -> backend.get(NAME));

            assertThat(failure.reason()).isEqualTo(Reason.UNREACHABLE);
            assertThat(failure).hasMessageContaining("MASTERDOWN");
        }
    }

    @Test
    void commit_serverFull_isOutOfMemory() {
        server.command("CONFIG", "SET", "maxmemory", "1");

        BackendException failure =
                failureOf(settingsFor(server), backend -> backend.commit(NAME, Version.ANY, draft()));

        assertThat(failure.reason()).isEqualTo(Reason.OUT_OF_MEMORY);
        assertThat(failure).hasMessageContaining("maxmemory");
    }

    @Test
    void commit_byScriptWhenServerFull_isOutOfMemory() {
        BackendException failure = failureOf(settingsFor(server), backend -> {
            backend.commit(NAME, Version.ANY, draft());
            Version version = backend.get(NAME).orElseThrow().version();
            server.command("CONFIG", "SET", "maxmemory", "1");
            backend.commit(NAME, version, draft());
        });

        assertThat(failure.reason()).isEqualTo(Reason.OUT_OF_MEMORY);
    }

    @Test
    void putAll_serverFull_isOutOfMemoryAndTheConnectionStaysUsable() {
        try (RedisBackend backend = Servers.open(settingsFor(server))) {
            backend.commit(NAME, Version.ANY, draft());
            server.command("CONFIG", "SET", "maxmemory", "1");

            assertThat(failureOf(() -> backend.putAll(drafts(names("n", 100)))).reason())
                    .isEqualTo(Reason.OUT_OF_MEMORY);

            assertThat(backend.get(NAME)).isPresent();
        }
    }

    @Test
    void commit_recordTooLarge_isTooLarge() {
        StoredRecord.Draft large = draft(2 * 1024 * 1024);

        // The server says why, then resets the connection, and the latter may come first.
        Awaitility.await().untilAsserted(() -> {
            BackendException failure =
                    failureOf(settingsFor(server), backend -> backend.commit(NAME, Version.ANY, large));
            assertThat(failure.reason()).isEqualTo(Reason.TOO_LARGE);
            assertThat(failure).hasMessageContaining("proto-max-bulk-len");
        });
    }

    @Test
    void get_namesOfAnotherProgram_saysSo() {
        server.command("RPUSH", NAME, "element");

        BackendException failure = failureOf(settingsFor(server), backend -> backend.get(NAME));

        assertThat(failure.reason()).isEqualTo(Reason.OTHER);
        assertThat(failure).hasMessageContaining("WRONGTYPE").hasMessageContaining("choose another config_prefix");
    }

    @Test
    void removeAll_commandDisabled_isUnsupportedAndShowsNoNames() {
        try (RedisServer crippled = RedisServer.start("rename-command UNLINK \"\"")) {
            BackendException failure = failureOf(settingsFor(crippled), backend -> backend.removeAll(List.of(NAME)));

            assertThat(failure.reason()).isEqualTo(Reason.UNSUPPORTED);
            assertThat(failure).hasMessageContaining("unknown command 'UNLINK'").hasNoCause();
            assertThat(failure.getMessage()).doesNotContain(NAME);
        }
    }

    @Test
    void get_noSuchDatabase_isUnsupported() {
        BackendException failure = failureOf(settingsFor(server).database(99), backend -> backend.get(NAME));

        assertThat(failure.reason()).isEqualTo(Reason.UNSUPPORTED);
        assertThat(failure).hasMessageContaining("redis_db");
    }

    @Test
    void get_tooManyClients_isUnreachable() {
        server.command("CONFIG", "SET", "maxclients", "1");
        try (RedisBackend first = Servers.open(settingsFor(server))) {
            first.get(NAME);

            BackendException failure = failureOf(settingsFor(server), backend -> backend.get(NAME));

            assertThat(failure.reason()).isEqualTo(Reason.UNREACHABLE);
            assertThat(failure).hasMessageContaining("maxclients");
        }
    }

    @Test
    void get_scriptOfAnotherProgramRuns_isUnreachable() {
        server.command("CONFIG", "SET", "busy-reply-threshold", "1");
        ExecutorService other = Executors.newSingleThreadExecutor();
        try {
            other.execute(() -> ignoringFailure(() -> server.command("EVAL", "while true do end", "0")));

            Awaitility.await()
                    .until(() -> failureOf(settingsFor(server), backend -> {
                                for (int i = 0; i < 1_000; i++) {
                                    backend.get(NAME);
                                }
                            })
                            .getMessage()
                            .contains("BUSY"));
        } finally {
            server.command("SCRIPT", "KILL");
            other.shutdown();
        }
    }

    @Test
    void get_allConnectionsInUse_isPoolExhausted() {
        try (RedisBackend backend = Servers.open(settingsFor(server).pool(1, Duration.ofMillis(50)))) {
            whileTheOnlyConnectionIsInUse(backend, () -> {
                BackendException failure = failureOf(() -> backend.get(NAME));

                assertThat(failure.reason()).isEqualTo(Reason.POOL_EXHAUSTED);
                assertThat(failure).hasMessageContaining("all its 1 connections in use for 50 ms");
            });
        }
    }

    @Test
    void get_interruptedWhileAllConnectionsAreInUse_keepsTheInterrupt() {
        try (RedisBackend backend = Servers.open(settingsFor(server).pool(1, Duration.ofSeconds(30)))) {
            whileTheOnlyConnectionIsInUse(backend, () -> {
                Thread.currentThread().interrupt();

                BackendException failure = failureOf(() -> backend.get(NAME));

                assertThat(Thread.interrupted()).isTrue();
                assertThat(failure.reason()).isEqualTo(Reason.INTERRUPTED);
            });
        }
    }

    @Test
    void get_afterClose_fails() {
        RedisBackend backend = Servers.open(settingsFor(server));
        backend.get(NAME);
        backend.close();
        backend.close();

        assertThat(failureOf(() -> backend.get(NAME))).hasMessageContaining("have been closed");
    }

    private static void whileTheOnlyConnectionIsInUse(RedisBackend backend, Runnable test) {
        backend.get(NAME);
        server.pause();
        try {
            Thread other = new Thread(() -> ignoringFailure(() -> backend.get(NAME)));
            other.start();
            Awaitility.await().until(() -> waitsForTheServer(other));
            test.run();
        } finally {
            server.resume();
        }
    }

    private static boolean waitsForTheServer(Thread thread) {
        return Arrays.stream(thread.getStackTrace())
                .anyMatch(frame -> frame.getClassName().equals(Link.class.getName())
                        && frame.getMethodName().equals("read"));
    }

    private static void ignoringFailure(ThrowingCallable operation) {
        var unused = catchThrowable(operation);
    }

    private static RedisSettings.Builder asKennel() {
        return settingsFor(server).credentials("kennel", Secret.of(PASSWORD));
    }

    private static void commitOverVersion(RedisBackend backend) {
        backend.commit(NAME, Version.ANY, draft());
        Version version = backend.get(NAME).orElseThrow().version();
        assertThat(backend.commit(NAME, version, draft())).isTrue();
    }

    private static BackendException failureOf(RedisSettings.Builder settings, Consumer<RedisBackend> operation) {
        try (RedisBackend backend = Servers.open(settings)) {
            return failureOf(() -> operation.accept(backend));
        }
    }

    /** What an operation throws, which never tells a password or a name. */
    private static BackendException failureOf(Runnable operation) {
        BackendException failure = catchThrowableOfType(BackendException.class, operation::run);
        assertThat(failure).isNotNull();
        assertThat(failure).hasStackTraceContaining("Redis server");
        assertThat(failure.getMessage()).doesNotContain(PASSWORD, "abracadabra", NAME);
        return failure;
    }
}
