package org.kennelcache.backend.redis;

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
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.concurrent.atomic.AtomicLong;
import java.util.concurrent.locks.LockSupport;
import java.util.function.Consumer;
import java.util.stream.Stream;
import org.junit.jupiter.api.AutoClose;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;
import org.kennelcache.config.HostAndPort;
import org.kennelcache.config.RedisSettings;
import org.kennelcache.spi.BackendException;
import org.kennelcache.spi.BackendException.Reason;
import org.kennelcache.spi.Swap;
import org.kennelcache.spi.Version;

/** A server that does what it is asked to and ends the connection before it answers, as a load balancer may. */
class RepetitionTest {

    private static final String PROTOCOL = "*2\r\n$5\r\nproto\r\n:2\r\n";

    @AutoClose
    private final ServerSocket server = new ServerSocket(0, 5, InetAddress.getLoopbackAddress());

    private final AtomicInteger carriedOut = new AtomicInteger();
    private final AtomicLong passed = new AtomicLong();

    @AutoClose
    private final RedisBackend backend = RedisBackend.create(
            RedisSettings.single(new HostAndPort("127.0.0.1", server.getLocalPort()))
                    .build(),
            () -> System.nanoTime() + passed.get(),
            LockSupport::parkNanos);

    RepetitionTest() throws IOException {
        var unused = CompletableFuture.runAsync(this::serve);
    }

    static Stream<Arguments> operations() {
        Version version = HeaderVersion.of(draft().bytes());
        Map<String, Consumer<RedisBackend>> operations = Map.of(
                "commit of absent", backend -> backend.commit("name", Version.ABSENT, draft()),
                "commit of a version", backend -> backend.commit("name", version, draft()),
                "commit of many versions", backend -> backend.commitAll(swaps(version), done -> {}),
                "remove", backend -> backend.remove("name", Version.ANY),
                "remove of a version", backend -> backend.remove("name", version));
        return operations.entrySet().stream().map(each -> Arguments.of(each.getKey(), each.getValue()));
    }

    private static List<Swap> swaps(Version version) {
        return List.of(new Swap("one", version, Optional.of(draft())), new Swap("other", version, Optional.empty()));
    }

    @ParameterizedTest(name = "{0}")
    @MethodSource("operations")
    void conditionalOperation_idleConnectionEndsInsteadOfAnAnswer_isNotSentAgain(
            String label, Consumer<RedisBackend> operation) {
        backend.get("name");
        passed.addAndGet(Duration.ofMillis(10).toNanos());

        BackendException failure = catchThrowableOfType(BackendException.class, () -> operation.accept(backend));

        assertThat(failure.reason()).isEqualTo(Reason.UNREACHABLE);
        assertThat(failure).hasMessageContaining("It may have done what it was asked to");
        assertThat(carriedOut).hasValue(1);
    }

    /** Answers who logs in or reads; hangs up on who wants anything else. */
    private void serve() {
        while (!server.isClosed()) {
            try (Socket client = server.accept()) {
                for (String request = next(client); !request.isEmpty(); request = next(client)) {
                    if (!request.contains("HELLO") && !request.contains("\nGET")) {
                        carriedOut.incrementAndGet();
                        break;
                    }
                    client.getOutputStream()
                            .write((request.contains("HELLO") ? PROTOCOL : "$-1\r\n").getBytes(US_ASCII));
                }
            } catch (IOException e) {
                if (!server.isClosed()) {
                    throw new UncheckedIOException(e);
                }
            }
        }
    }

    private static String next(Socket client) throws IOException {
        byte[] request = new byte[4096];
        int length = client.getInputStream().read(request);
        return new String(request, 0, Math.max(0, length), US_ASCII);
    }
}
