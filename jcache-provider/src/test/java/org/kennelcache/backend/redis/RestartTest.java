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
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.TimeUnit;
import java.util.function.Consumer;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.junit.jupiter.api.AutoClose;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;
import org.kennelcache.config.RedisSettings;
import org.kennelcache.spi.BackendException;
import org.kennelcache.spi.BackendException.Reason;
import org.kennelcache.spi.Version;
import org.kennelcache.testing.RedisServer;

/** What happens when a server is killed and started again. */
class RestartTest {

    @AutoClose
    private static final RedisServer server = RedisServer.start();

    @AutoClose
    private final RedisBackend backend = Servers.open(settingsFor(server));

    static Stream<Arguments> operations() {
        Version version = HeaderVersion.of(draft().bytes());
        Map<String, Consumer<RedisBackend>> operations = Map.of(
                "get", backend -> backend.get("name"),
                "getAll", backend -> backend.getAll(names("n", 1_000)),
                "commit of any", backend -> backend.commit("name", Version.ANY, draft()),
                "commit of absent", backend -> backend.commit("name", Version.ABSENT, draft()),
                "commit of a version", backend -> backend.commit("name", version, draft()),
                "commit of a large record", backend -> backend.commit("name", Version.ANY, draft(8 * 1024 * 1024)),
                "putAll", backend -> backend.putAll(drafts(names("n", 1_000))),
                "remove", backend -> backend.remove("name", Version.ANY),
                "scan", backend -> backend.scan("n").forEachRemaining(any -> {}),
                "clear", backend -> backend.clear("n"));
        return operations.entrySet().stream().map(each -> Arguments.of(each.getKey(), each.getValue()));
    }

    @ParameterizedTest(name = "{0}")
    @MethodSource("operations")
    void anyOperation_serverRestartedWhileIdle_works(String label, Consumer<RedisBackend> operation) {
        fillPool();

        server.restart();

        operation.accept(backend);
    }

    @Test
    void get_serverDownForAWhile_failsAndThenWorks() {
        fillPool();
        server.kill();

        BackendException failure = catchThrowableOfType(BackendException.class, () -> backend.get("name"));
        server.restart();

        assertThat(failure.reason()).isEqualTo(Reason.UNREACHABLE);
        assertThat(backend.get("name")).isEmpty();
    }

    @Test
    void commit_serverBackBeforeTheLastAttempt_works() {
        RedisSettings settings =
                settingsFor(server).retry(100, Duration.ofMillis(50)).build();
        server.kill();
        try (RedisBackend patient = Servers.open(settings)) {
            CompletableFuture<Boolean> commit =
                    CompletableFuture.supplyAsync(() -> patient.commit("name", Version.ABSENT, draft()));

            server.restart();

            assertThat(commit.orTimeout(20, TimeUnit.SECONDS).join()).isTrue();
        }
    }

    /** Leaves several idle connections behind. */
    private void fillPool() {
        List<CompletableFuture<Void>> calls = IntStream.range(0, 8)
                .mapToObj(i -> CompletableFuture.runAsync(() -> backend.getAll(names("n", 1_000))))
                .toList();
        calls.forEach(CompletableFuture::join);
    }
}
