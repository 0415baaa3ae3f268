package org.kennelcache.backend.redis;

import static java.nio.charset.StandardCharsets.US_ASCII;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import java.io.IOException;
import java.io.OutputStream;
import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.net.Socket;
import java.util.concurrent.CompletableFuture;
import org.junit.jupiter.api.Test;
import org.kennelcache.config.HostAndPort;
import org.kennelcache.config.RedisSettings;
import org.kennelcache.spi.BackendException;
import org.kennelcache.spi.BackendException.Reason;

class NodeFactoryTest {

    @Test
    void server_thatGreetsUnlikeRedis_isUnreachable() throws IOException {
        try (ServerSocket other = new ServerSocket(0, 1, InetAddress.getLoopbackAddress());
                RedisBackend backend =
                        Servers.open(RedisSettings.single(new HostAndPort("127.0.0.1", other.getLocalPort())))) {
            var unused = CompletableFuture.runAsync(() -> answer(other, "*0\r\n"));

            BackendException failure = catchThrowableOfType(BackendException.class, () -> backend.get("name"));

            assertThat(failure.reason()).isEqualTo(Reason.UNREACHABLE);
            assertThat(failure).hasMessageContaining("can't be reached: HELLO");
        }
    }

    private static void answer(ServerSocket server, String text) {
        try (Socket client = server.accept()) {
            client.getOutputStream().write(text.getBytes(US_ASCII));
            client.getInputStream().transferTo(OutputStream.nullOutputStream());
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
