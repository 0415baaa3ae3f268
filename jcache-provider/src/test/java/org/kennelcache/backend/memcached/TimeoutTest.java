package org.kennelcache.backend.memcached;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;
import static org.kennelcache.spi.Drafts.draft;
import static org.kennelcache.spi.Drafts.drafts;
import static org.kennelcache.spi.Drafts.names;

import java.time.Duration;
import java.util.Map;
import java.util.function.Consumer;
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
import org.kennelcache.spi.Endings;
import org.kennelcache.spi.Version;
import org.kennelcache.testing.MemcachedServer;

/** What happens while a server hangs: it keeps its connections, takes new ones, and answers nothing. */
class TimeoutTest {

    private static final Duration ANSWER = Duration.ofMillis(500);

    @AutoClose
    private static final MemcachedServer server = MemcachedServer.start("-I", "64m", "-m", "256");

    @AutoClose
    private final MemcachedBackend backend = Servers.open(Servers.connection(ANSWER), server);

    @BeforeEach
    void connect() {
        await().ignoreException(BackendException.class).until(() -> backend.commit("p:name", Version.ANY, draft()));
    }

    @AfterEach
    void resume() {
        server.resume();
    }

    static Stream<Arguments> operations() {
        Map<String, Consumer<MemcachedBackend>> operations = Map.of(
                "get", backend -> backend.get("p:name"),
                "getAll", backend -> backend.getAll(names("p:", 1_000)),
                "commit", backend -> backend.commit("p:name", Version.ABSENT, draft()),
                "commit of a large record", backend -> backend.commit("p:name", Version.ANY, draft(32 << 20)),
                "putAll", backend -> backend.putAll(drafts(names("p:", 1_000))),
                "remove", backend -> backend.remove("p:name", Version.ANY),
                "removeAll", backend -> backend.removeAll(names("p:", 1_000)),
                "scan", backend -> backend.scan("p:").forEachRemaining(any -> {}),
                "clear", backend -> backend.clear("p:"));
        return operations.entrySet().stream().map(each -> Arguments.of(each.getKey(), each.getValue()));
    }

    @ParameterizedTest(name = "{0}")
    @MethodSource("operations")
    void anyOperation_serverHangs_timesOutAndWorksAgainAfterwards(String label, Consumer<MemcachedBackend> operation) {
        server.pause();

        assertThat(Endings.failureOf(() -> operation.accept(backend)).reason()).isEqualTo(Reason.TIMEOUT);

        server.resume();
        await().ignoreException(BackendException.class).untilAsserted(() -> operation.accept(backend));
    }

    @Test
    void commit_newConnectionToServerThatHangs_timesOut() {
        try (MemcachedBackend other = Servers.open(Servers.connection(ANSWER), server)) {
            server.pause();

            assertThat(Endings.failureOf(() -> other.commit("p:name", Version.ANY, draft()))
                            .reason())
                    .isEqualTo(Reason.TIMEOUT);

            server.resume();
            await().ignoreException(BackendException.class)
                    .untilAsserted(() -> assertThat(other.commit("p:name", Version.ANY, draft()))
                            .isTrue());
        }
    }

    @Test
    void commit_serverHangs_saysThatItMayHaveBeenDone() {
        server.pause();

        BackendException failure = Endings.failureOf(() -> backend.commit("p:name", Version.ANY, draft()));

        assertThat(failure.reason()).isEqualTo(Reason.TIMEOUT);
        assertThat(failure)
                .hasMessage("commit: memcached server 127.0.0.1:" + server.port() + " did not answer within 500 ms."
                        + " It may have done, or may yet do, what it was asked to."
                        + " Look whether it hangs or is overloaded, or raise socket_timeout.");
    }

    @Test
    void commit_timedOutThenServerGoesOn_isNotSeenWhenTheServerIsBack() {
        server.pause();
        Endings.failureOf(() -> backend.commit("p:name", Version.ANY, draft()));

        server.resume();

        await().ignoreException(BackendException.class)
                .untilAsserted(() -> assertThat(backend.commit("p:witness", Version.ANY, draft()))
                        .isTrue());
        assertThat(backend.get("p:name")).isEmpty();
    }
}
