package org.kennelcache.backend.redis;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowableOfType;
import static org.kennelcache.backend.redis.Servers.settingsFor;
import static org.kennelcache.spi.Drafts.draft;
import static org.kennelcache.spi.Drafts.drafts;
import static org.kennelcache.spi.Drafts.names;

import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.function.Consumer;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.AutoClose;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;
import org.kennelcache.spi.BackendException;
import org.kennelcache.spi.BackendException.Reason;
import org.kennelcache.spi.Version;
import org.kennelcache.testing.RedisServer;

/** What happens while a server hangs: it keeps its connections, takes new ones, and answers nothing. */
class TimeoutTest {

    private static final Duration CONNECT = Duration.ofMillis(400);
    private static final Duration ANSWER = Duration.ofMillis(300);

    /** For threads to be scheduled on a busy machine. */
    private static final Duration MARGIN = Duration.ofMillis(400);

    private static final Duration BOUND = CONNECT.plus(ANSWER).plus(MARGIN);
    private static final int LARGE = 32 * 1024 * 1024;

    @AutoClose
    private static final RedisServer server = RedisServer.start();

    @AutoClose
    private final RedisBackend backend =
            Servers.open(settingsFor(server).connectTimeout(CONNECT).socketTimeout(ANSWER));

    @BeforeEach
    void connect() {
        backend.commit("name", Version.ANY, draft());
    }

    @AfterEach
    void resume() {
        server.resume();
    }

    static Stream<Arguments> operations() {
        Version version = HeaderVersion.of(draft().bytes());
        Map<String, Consumer<RedisBackend>> operations = Map.of(
                "get", backend -> backend.get("name"),
                "getAll", backend -> backend.getAll(names("n", 1_000)),
                "commit", backend -> backend.commit("name", version, draft()),
                "commit of a large record", backend -> backend.commit("name", Version.ANY, draft(LARGE)),
                "putAll", backend -> backend.putAll(drafts(names("n", 1_000))),
                "remove", backend -> backend.remove("name", version),
                "removeAll", backend -> backend.removeAll(names("n", 1_000)),
                "scan", backend -> backend.scan("n").forEachRemaining(any -> {}),
                "clear", backend -> backend.clear("n"));
        return operations.entrySet().stream().map(each -> Arguments.of(each.getKey(), each.getValue()));
    }

    @ParameterizedTest(name = "{0}")
    @MethodSource("operations")
    void anyOperation_serverHangs_timesOutAndWorksAgainAfterwards(String label, Consumer<RedisBackend> operation) {
        server.pause();

        assertThat(timeToFail(() -> operation.accept(backend))).isLessThan(BOUND);

        server.resume();
        operation.accept(backend);
    }

    @Test
    void get_newConnectionToServerThatHangs_timesOut() {
        try (RedisBackend other =
                Servers.open(settingsFor(server).connectTimeout(CONNECT).socketTimeout(ANSWER))) {
            server.pause();

            assertThat(timeToFail(() -> other.get("name"))).isLessThan(BOUND);
            assertThat(timeToFail(() -> other.get("name"))).isLessThan(BOUND);

            server.resume();
            assertThat(other.get("name")).isPresent();
        }
    }

    @Test
    void get_manyThreadsWhileServerHangs_allEndWithinTheBoundAndTheWaitForAConnection()
            throws InterruptedException, ExecutionException {
        Duration wait = Duration.ofMillis(200);
        ExecutorService threads = Executors.newFixedThreadPool(16);
        try (RedisBackend shared = Servers.open(settingsFor(server)
                .connectTimeout(CONNECT)
                .socketTimeout(ANSWER)
                .pool(4, wait))) {
            server.pause();

            List<Future<Duration>> times = IntStream.range(0, 16)
                    .mapToObj(i -> threads.submit(() -> timeToFail(() -> shared.get("name"))))
                    .toList();

            for (Future<Duration> time : times) {
                assertThat(time.get()).isLessThan(BOUND.plus(wait));
            }
            server.resume();
            assertThat(shared.get("name")).isPresent();
        } finally {
            threads.shutdownNow();
        }
    }

    @Test
    void commit_serverHangs_saysThatItMayHaveBeenDone() {
        server.pause();

        BackendException failure =
                catchThrowableOfType(BackendException.class, () -> backend.commit("name", Version.ANY, draft()));

        assertThat(failure.reason()).isEqualTo(Reason.TIMEOUT);
        assertThat(failure)
                .hasMessage("commit: Redis server 127.0.0.1:" + server.port() + " did not answer within 300 ms."
                        + " It may have done, or may yet do, what it was asked to."
                        + " Look whether it hangs or is overloaded, or raise socket_timeout.");
    }

    private static Duration timeToFail(Runnable operation) {
        long start = System.nanoTime();
        BackendException failure = catchThrowableOfType(BackendException.class, operation::run);
        Duration time = Duration.ofNanos(System.nanoTime() - start);
        assertThat(failure).isNotNull();
        assertThat(failure.reason()).isIn(Reason.TIMEOUT, Reason.POOL_EXHAUSTED);
        return time;
    }
}
