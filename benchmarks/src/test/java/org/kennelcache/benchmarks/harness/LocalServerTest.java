package org.kennelcache.benchmarks.harness;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIOException;

import java.io.IOException;
import java.net.Socket;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import redis.clients.jedis.HostAndPort;

class LocalServerTest {

    @TempDir
    private Path folder;

    @Test
    void start_redis_takesConnectionsUntilItIsClosed() throws IOException {
        Server server = Store.REDIS.startServer(folder.resolve("log").toFile()).orElseThrow();
        HostAndPort address = HostAndPort.from(server.address());

        assertThat(canConnect(address)).isTrue();
        server.close();
        assertThat(canConnect(address)).isFalse();
    }

    @Test
    void start_programThatEnds_failsAtOnce() {
        assertThatIOException()
                .isThrownBy(() -> LocalServer.start(
                        port -> List.of("false"), folder.resolve("log").toFile()))
                .withMessageContaining("takes no connections");
    }

    private static boolean canConnect(HostAndPort address) {
        try (Socket socket = new Socket(address.getHost(), address.getPort())) {
            return socket.isConnected();
        } catch (IOException e) {
            return false;
        }
    }
}
