package org.kennelcache.backend.mongodb;

import static org.assertj.core.api.Assertions.assertThat;
import static org.kennelcache.backend.mongodb.Drafts.draft;
import static org.kennelcache.backend.mongodb.Drafts.drafts;
import static org.kennelcache.backend.mongodb.Drafts.names;

import java.time.Duration;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.function.Consumer;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.awaitility.Awaitility;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.AutoClose;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;
import org.kennelcache.Logs;
import org.kennelcache.spi.Backend;
import org.kennelcache.spi.BackendException;
import org.kennelcache.spi.BackendException.Reason;
import org.kennelcache.spi.Endings;
import org.kennelcache.spi.MutexProvider;
import org.kennelcache.spi.Scannable;
import org.kennelcache.spi.Version;
import org.kennelcache.testing.MongoJavaServer;

/** What happens while a server hangs: it keeps its connections, takes new ones, and answers nothing. */
class TimeoutTest {

    private static final String PREFIX = "app:books:";
    private static final String NAME = PREFIX + "name";
    private static final Duration LIMIT = Duration.ofMillis(500);

    private static final int LARGE = 15 << 20;

    @AutoClose
    private static final MongoJavaServer server = MongoJavaServer.start();

    @RegisterExtension
    private final Logs logs = new Logs();

    @AutoClose
    private final MongodbBackend root = Servers.open(Servers.settingsFor(server, LIMIT));

    private final Backend backend = root.partition(PREFIX);

    @BeforeEach
    void connect() {
        Awaitility.await().ignoreExceptions().until(() -> backend.commit(NAME, Version.ANY, draft()));
    }

    @AfterEach
    void resume() {
        server.resume();
    }

    static Stream<Arguments> operations() {
        Version version = Version.of(Revision.of(new byte[64]));
        Map<String, Consumer<Backend>> operations = Map.of(
                "get", backend -> backend.get(NAME),
                "getAll", backend -> backend.getAll(names("n", 1_000)),
                "commit of any", backend -> backend.commit(NAME, Version.ANY, draft(Duration.ofHours(1))),
                "commit of absent", backend -> backend.commit(NAME, Version.ABSENT, draft()),
                "commit of a version", backend -> backend.commit(NAME, version, draft()),
                "putAll", backend -> backend.putAll(drafts(names("n", 1_000))),
                "remove", backend -> backend.remove(NAME, version),
                "removeAll", backend -> backend.removeAll(names("n", 1_000)),
                "scan", backend -> scannable(backend).scan(PREFIX).forEachRemaining(any -> {}),
                "clear", backend -> scannable(backend).clear(PREFIX));
        return operations.entrySet().stream().map(each -> Arguments.of(each.getKey(), each.getValue()));
    }

    private static Scannable scannable(Backend backend) {
        return backend.capability(Scannable.class).orElseThrow();
    }

    @ParameterizedTest(name = "{0}")
    @MethodSource("operations")
    void anyOperation_serverHangs_timesOutAndWorksAgainAfterwards(String label, Consumer<Backend> operation) {
        server.pause();

        assertTimesOut(() -> operation.accept(backend));

        server.resume();
        Awaitility.await().ignoreExceptions().untilAsserted(() -> operation.accept(backend));
    }

    @Test
    void putAll_moreThanTheBuffersHoldWhileServerHangs_timesOut() {
        server.pause();

        assertTimesOut(() -> backend.putAll(drafts(names("n", 5), LARGE)));
        assertThat(largeRequests()).isNotEmpty();

        server.resume();
        Awaitility.await().untilAsserted(() -> assertThat(largeRequests()).isEmpty());
        assertThat(backend.get(NAME)).isPresent();
    }

    private static List<Thread> largeRequests() {
        return Thread.getAllStackTraces().entrySet().stream()
                .filter(each -> each.getKey().getName().equals("kennel-mongodb-large-request"))
                .filter(each -> Arrays.stream(each.getValue())
                        .anyMatch(frame -> frame.getClassName().equals(CollectionBackend.class.getName())))
                .map(Map.Entry::getKey)
                .toList();
    }

    @Test
    void get_newClientOfServerThatHangs_timesOut() {
        server.pause();
        try (MongodbBackend other = Servers.open(Servers.settingsFor(server, LIMIT))) {
            assertTimesOut(() -> other.get(NAME));
            assertTimesOut(() -> other.get(NAME));

            server.resume();
            Awaitility.await()
                    .ignoreExceptions()
                    .untilAsserted(() -> assertThat(other.get(NAME)).isEmpty());
        }
    }

    @Test
    void get_manyThreadsWhileServerHangs_allTimeOut() throws InterruptedException, ExecutionException {
        ExecutorService threads = Executors.newFixedThreadPool(16);
        try {
            server.pause();

            List<? extends Future<?>> ends = IntStream.range(0, 16)
                    .mapToObj(i -> threads.submit(() -> assertTimesOut(() -> backend.get(NAME))))
                    .toList();

            for (Future<?> end : ends) {
                end.get();
            }
            server.resume();
            Awaitility.await()
                    .ignoreExceptions()
                    .untilAsserted(() -> assertThat(backend.get(NAME)).isPresent());
        } finally {
            threads.shutdownNow();
        }
    }

    @ParameterizedTest(name = "{0}")
    @MethodSource("writesWithATimeToLive")
    void anyWriteWithATimeToLive_serverHangs_doesNotWaitForTheIndexToo(String label, Consumer<Backend> write) {
        server.pause();

        assertTimesOut(() -> write.accept(backend));

        assertThat(logs.messages()).isEmpty();
    }

    static Stream<Arguments> writesWithATimeToLive() {
        Duration timeToLive = Duration.ofHours(1);
        Map<String, Consumer<Backend>> writes = Map.of(
                "commit", backend -> backend.commit(NAME, Version.ANY, draft(timeToLive)),
                "putAll", backend -> backend.putAll(Map.of(NAME, draft(timeToLive))),
                "tryAcquire",
                        backend -> backend.capability(MutexProvider.class)
                                .orElseThrow()
                                .mutex(NAME)
                                .tryAcquire("token", timeToLive));
        return writes.entrySet().stream().map(each -> Arguments.of(each.getKey(), each.getValue()));
    }

    @Test
    void commit_serverHangs_saysThatItMayHaveBeenDone() {
        server.pause();

        BackendException failure = Endings.failureOf(() -> backend.commit(NAME, Version.ANY, draft()));

        assertThat(failure.reason()).isEqualTo(Reason.TIMEOUT);
        assertThat(failure)
                .hasMessage("commit: MongoDB localhost:" + server.port() + " did not answer within 500 ms."
                        + " It may have done, or may yet do, what it was asked to."
                        + " Look whether it hangs or is overloaded, or raise socket_timeout.");
    }

    private static void assertTimesOut(Runnable operation) {
        assertThat(Endings.failureOf(operation).reason()).isIn(Reason.TIMEOUT, Reason.POOL_EXHAUSTED);
    }
}
