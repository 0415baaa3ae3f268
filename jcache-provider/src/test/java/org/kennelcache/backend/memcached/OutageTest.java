package org.kennelcache.backend.memcached;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatCode;
import static org.assertj.core.api.Assertions.catchThrowableOfType;
import static org.awaitility.Awaitility.await;
import static org.kennelcache.spi.Drafts.draft;
import static org.kennelcache.spi.Drafts.drafts;
import static org.kennelcache.spi.Drafts.names;

import java.security.SecureRandom;
import java.time.Duration;
import java.time.InstantSource;
import java.util.List;
import java.util.Map;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.concurrent.locks.LockSupport;
import java.util.function.LongSupplier;
import org.junit.jupiter.api.AutoClose;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;
import org.kennelcache.Logs;
import org.kennelcache.config.RetrySettings;
import org.kennelcache.config.WeightedServer;
import org.kennelcache.spi.BackendException;
import org.kennelcache.spi.BackendException.Reason;
import org.kennelcache.spi.Endings;
import org.kennelcache.spi.Scannable;
import org.kennelcache.spi.StoredRecord;
import org.kennelcache.spi.Version;
import org.kennelcache.testing.MemcachedServer;

/** A server of a ring of two is away, and comes back. */
class OutageTest {

    private static final Duration TIMEOUT = Duration.ofSeconds(1);

    @RegisterExtension
    private final Logs logs = new Logs();

    @AutoClose
    private final MemcachedServer healthy = MemcachedServer.start();

    @AutoClose
    private final MemcachedServer failing = MemcachedServer.start();

    @AutoClose
    private final MemcachedBackend backend = open();

    /** Names that belong to the server that fails, and to the other. */
    private String away;

    private String there;

    private MemcachedBackend open() {
        return Servers.open(
                Servers.connection(TIMEOUT),
                new RetrySettings(2, Duration.ofMillis(50)),
                Duration.ofMillis(200),
                healthy,
                failing);
    }

    @BeforeEach
    void findNames() {
        away = nameOn(failing);
        there = nameOn(healthy);
        backend.commit(away, Version.ANY, draft());
        backend.commit(there, Version.ANY, draft());
    }

    private String nameOn(MemcachedServer server) {
        for (String name : names("p:", 100)) {
            backend.commit(name, Version.ANY, draft());
            if (server.ask("mg " + name + " s").startsWith("HD")) {
                backend.remove(name, Version.ANY);
                return name;
            }
        }
        throw new AssertionError("no name on " + server.port());
    }

    private void awaitAway() {
        await().ignoreException(BackendException.class)
                .until(() -> backend.get(away).isEmpty());
    }

    private void awaitBack() {
        await().ignoreException(BackendException.class)
                .until(() ->
                        names("p:witness", 20).stream().allMatch(name -> backend.commit(name, Version.ANY, draft())));
    }

    @Test
    void reads_serverKilled_missThereAndGoOnElsewhere() {
        failing.kill();
        awaitAway();

        assertThat(backend.get(away)).isEmpty();
        assertThat(backend.get(there)).isPresent();
        assertThat(backend.getAll(List.of(away, there))).containsOnlyKeys(there);
        assertThat(backend.remove(away, Version.ANY)).isFalse();
    }

    @Test
    void writes_serverKilled_failThereAndGoOnElsewhere() {
        Version read = backend.get(away).orElseThrow().version();
        failing.kill();
        awaitAway();

        for (Version expected : List.of(Version.ANY, Version.ABSENT, read)) {
            BackendException failure =
                    catchThrowableOfType(BackendException.class, () -> backend.commit(away, expected, draft()));
            assertThat(failure.reason()).isEqualTo(Reason.UNREACHABLE);
            assertThat(failure)
                    .hasMessageStartingWith("commit: memcached server 127.0.0.1:" + failing.port()
                            + " is left out for a while, as it failed. Nothing was done. The failure was: ");
        }
        assertThat(catchThrowableOfType(BackendException.class, () -> backend.remove(away, read))
                        .reason())
                .isEqualTo(Reason.UNREACHABLE);
        StoredRecord.Draft draft = draft();
        assertThat(catchThrowableOfType(
                                BackendException.class, () -> backend.putAll(Map.of(away, draft(), there, draft)))
                        .reason())
                .isEqualTo(Reason.UNREACHABLE);
        assertThat(backend.get(there)).get().extracting(StoredRecord::bytes).isEqualTo(draft.bytes());
    }

    @Test
    void reads_serverHangs_missWithoutWaiting() {
        failing.pause();
        awaitAway();

        Endings.run(() -> names("p:", 1_000).forEach(backend::get));
    }

    @Test
    void commit_serverRestarted_worksAgain() {
        failing.kill();
        awaitAway();

        failing.restart();

        awaitBack();
        assertThat(backend.commit(away, Version.ABSENT, draft())).isTrue();
    }

    @Test
    void commit_serverRestartedAtOnce_isNotedByTheNextCall() {
        failing.kill();
        failing.restart();

        await().ignoreException(BackendException.class).until(() -> backend.commit(away, Version.ANY, draft()));
    }

    @Test
    void get_readWhileAway_staysAbsentWhenTheServerGoesOn() {
        failing.pause();
        awaitAway();

        failing.resume();

        awaitBack();
        assertThat(backend.get(away)).isEmpty();
    }

    @Test
    void remove_whileAway_isDoneWhenTheServerGoesOn() {
        failing.pause();
        awaitAway();
        backend.remove(away, Version.ANY);

        failing.resume();

        awaitBack();
        assertThat(backend.get(away)).isEmpty();
        assertThat(backend.get(there)).isPresent();
    }

    @Test
    void clear_whileAway_isDoneWhenTheServerGoesOn() {
        String untouched = untouchedNameOnFailing();
        failing.pause();
        awaitAway();
        backend.clear("p:");

        failing.resume();

        awaitBack();
        assertThat(backend.get(untouched)).isEmpty();
        assertThat(backend.get(there)).isEmpty();
    }

    @Test
    void clear_firstServerCannotBeReached_clearsTheOthersAndSaysSo() {
        failing.kill();
        try (MemcachedBackend other = Servers.open(failing, healthy)) {
            assertThat(catchThrowableOfType(BackendException.class, () -> other.clear("p:"))
                            .reason())
                    .isEqualTo(Reason.UNREACHABLE);
        }

        assertThat(backend.get(there)).isEmpty();
    }

    @Test
    void commit_returnThatAnErrorHasEnded_isTriedAgain() {
        AtomicBoolean ended = new AtomicBoolean();
        AtomicBoolean fails = new AtomicBoolean();
        LongSupplier nanoTime = () -> {
            if (fails.get() && Thread.currentThread().getName().equals("kennel-memcached-watch")) {
                ended.set(true);
                throw new OutOfMemoryError("no thread");
            }
            return System.nanoTime();
        };
        try (MemcachedBackend other = MemcachedBackend.create(
                Servers.settings(
                        List.of(new WeightedServer(Servers.addressOf(failing), 1)),
                        Servers.connection(TIMEOUT),
                        new RetrySettings(2, Duration.ofMillis(50)),
                        Duration.ofMillis(200)),
                InstantSource.system(),
                nanoTime,
                LockSupport::parkNanos,
                new SecureRandom())) {
            failing.kill();
            Endings.failureOf(() -> other.get(away));
            fails.set(true);
            failing.restart();
            await().untilTrue(ended);

            fails.set(false);

            await().ignoreException(BackendException.class).until(() -> other.commit(away, Version.ANY, draft()));
        }
    }

    @Test
    void get_notTouchedWhileAway_isStillThereAfterwards() {
        String untouched = untouchedNameOnFailing();
        failing.pause();
        awaitAway();

        failing.resume();

        awaitBack();
        assertThat(backend.get(untouched)).isPresent();
    }

    private String untouchedNameOnFailing() {
        for (String name : names("p:untouched", 100)) {
            backend.commit(name, Version.ANY, draft());
            if (failing.ask("mg " + name + " s").startsWith("HD")) {
                return name;
            }
        }
        throw new AssertionError("no name");
    }

    @Test
    void commit_versionFromBeforeARestart_storesNothing() {
        Version read = backend.get(away).orElseThrow().version();
        failing.kill();
        failing.restart();
        await().ignoreException(BackendException.class).until(() -> backend.commit(away, Version.ANY, draft()));

        assertThat(backend.commit(away, read, draft())).isFalse();
        assertThat(backend.remove(away, read)).isFalse();
    }

    @Test
    void scan_serverAway_givesWhatTheOthersHold() {
        failing.kill();
        awaitAway();

        try (Scannable.Cursor cursor = backend.scan("p:")) {
            assertThat(cursor).toIterable().extracting(Scannable.Named::name).contains(there);
        }
    }

    @Test
    void getAll_serverHangs_failsWithinTheTimeoutAndThenMisses() {
        List<String> names = names("p:", 200);
        backend.putAll(drafts(names));
        failing.pause();

        assertThat(catchThrowableOfType(BackendException.class, () -> backend.getAll(names))
                        .reason())
                .isEqualTo(Reason.TIMEOUT);

        assertThat(backend.getAll(names)).isNotEmpty().hasSizeLessThan(200);
    }

    @Test
    void close_serverAway_endsAllThreads() {
        failing.kill();
        awaitAway();

        backend.close();

        await().untilAsserted(() -> assertThat(Thread.getAllStackTraces().keySet())
                .extracting(Thread::getName)
                .noneMatch(name -> name.contains("emcached")));
        assertThatCode(backend::close).doesNotThrowAnyException();
    }
}
