package org.kennelcache.backend.redis;

import static java.nio.charset.StandardCharsets.US_ASCII;
import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.net.Socket;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ScheduledFuture;
import java.util.concurrent.ScheduledThreadPoolExecutor;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicInteger;
import org.junit.jupiter.api.AutoClose;
import org.junit.jupiter.api.Test;
import org.kennelcache.config.HostAndPort;
import org.kennelcache.config.RedisSettings;

/** A Sentinel process that says what it likes. */
class SentinelWatchTest {

    private static final String PROTOCOL = "*2\r\n$5\r\nproto\r\n:2\r\n";
    private static final String NONSENSE = "*0\r\n";

    @AutoClose
    private final ServerSocket sentinel = new ServerSocket(0, 5, InetAddress.getLoopbackAddress());

    private final AtomicInteger asked = new AtomicInteger();
    private volatile String answer = primaryAt(1111);

    private final RedisSettings settings = RedisSettings.sentinel(
                    List.of(new HostAndPort("127.0.0.1", sentinel.getLocalPort())), "service")
            .build();

    @AutoClose
    private final NodeFactory nodes = new NodeFactory(settings, System::nanoTime);

    @AutoClose
    private final SentinelRoutes routes = new SentinelRoutes(settings, nodes, new HastyWatch(), System::nanoTime);

    SentinelWatchTest() throws IOException {
        var unused = CompletableFuture.runAsync(this::serve);
    }

    @Test
    void nodeOf_primaryChangesAfterSentinelAnsweredNonsense_isTheNewOne() {
        assertThat(routes.nodeOf("name").address().port()).isEqualTo(1111);
        answer = NONSENSE;
        int before = asked.get();
        await().until(() -> asked.get() > before + 1);

        answer = primaryAt(2222);

        await().untilAsserted(
                        () -> assertThat(routes.nodeOf("name").address().port()).isEqualTo(2222));
    }

    private static String primaryAt(int port) {
        return "*2\r\n$9\r\n127.0.0.1\r\n$4\r\n" + port + "\r\n";
    }

    private void serve() {
        while (!sentinel.isClosed()) {
            try (Socket client = sentinel.accept()) {
                for (String request = next(client); !request.isEmpty(); request = next(client)) {
                    boolean greets = request.contains("HELLO");
                    client.getOutputStream().write((greets ? PROTOCOL : answer).getBytes(US_ASCII));
                    asked.addAndGet(greets ? 0 : 1);
                }
            } catch (IOException e) {
                if (!sentinel.isClosed()) {
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

    /** Does not wait for a second. */
    private static final class HastyWatch extends ScheduledThreadPoolExecutor {

        private static final long PERIOD_MILLIS = 50;

        HastyWatch() {
            super(1);
        }

        @Override
        public ScheduledFuture<?> scheduleWithFixedDelay(Runnable task, long initial, long delay, TimeUnit unit) {
            return super.scheduleWithFixedDelay(task, PERIOD_MILLIS, PERIOD_MILLIS, TimeUnit.MILLISECONDS);
        }
    }
}
