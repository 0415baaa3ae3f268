package org.kennelcache.backend.redis;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;
import static org.awaitility.Awaitility.await;

import java.io.IOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.net.Socket;
import java.net.SocketException;
import java.time.Duration;
import jdk.net.ExtendedSocketOptions;
import org.junit.jupiter.api.AutoClose;
import org.junit.jupiter.api.Test;
import org.kennelcache.config.HostAndPort;
import org.kennelcache.config.KeepAlive;
import org.kennelcache.config.RedisSettings;

class JedisDialerTest {

    @AutoClose
    private final ServerSocket listener = new ServerSocket(0, 1, InetAddress.getLoopbackAddress());

    private final HostAndPort address = new HostAndPort("localhost", listener.getLocalPort());

    JedisDialerTest() throws IOException {}

    @Test
    void createSocket_keepAlive_isSetAsAsked() throws IOException {
        RedisSettings settings = RedisSettings.single(address)
                .keepAlive(new KeepAlive(Duration.ofSeconds(7), Duration.ofSeconds(3), 5))
                .build();

        try (Socket socket = new JedisDialer(address, settings, null, System::nanoTime).createSocket()) {
            assertThat(socket.getKeepAlive()).isTrue();
            assertThat(socket.getOption(ExtendedSocketOptions.TCP_KEEPIDLE)).isEqualTo(7);
            assertThat(socket.getOption(ExtendedSocketOptions.TCP_KEEPINTERVAL)).isEqualTo(3);
            assertThat(socket.getOption(ExtendedSocketOptions.TCP_KEEPCOUNT)).isEqualTo(5);
        }
    }

    @Test
    void createSocket_noKeepAlive_isOff() throws IOException {
        RedisSettings settings = RedisSettings.single(address)
                .socketTimeout(Duration.ofMillis(1_234))
                .build();

        try (Socket socket = new JedisDialer(address, settings, null, System::nanoTime).createSocket()) {
            assertThat(socket.getKeepAlive()).isFalse();
            assertThat(socket.getTcpNoDelay()).isTrue();
            assertThat(socket.getSoTimeout()).isEqualTo(1_234);
        }
    }

    @Test
    void isHungUp_peerWaits_isFalseAndKeepsTheTimeOut() throws IOException {
        JedisDialer dialer =
                new JedisDialer(address, RedisSettings.single(address).build(), null, System::nanoTime);
        try (Socket socket = dialer.createSocket();
                Socket peer = listener.accept()) {
            int timeout = socket.getSoTimeout();

            assertThat(dialer.isHungUp()).isFalse();

            assertThat(socket.getSoTimeout()).isEqualTo(timeout);
            peer.getOutputStream().write('+');
            assertThat(socket.getInputStream().read()).isEqualTo('+');
        }
    }

    @Test
    void isHungUp_peerEnded_isTrue() throws IOException {
        JedisDialer dialer =
                new JedisDialer(address, RedisSettings.single(address).build(), null, System::nanoTime);
        try (Socket socket = dialer.createSocket()) {
            listener.accept().close();

            await().until(dialer::isHungUp);
            assertThat(socket.isConnected()).isTrue();
        }
    }

    @Test
    void hangUp_socketInUse_endsIt() throws IOException {
        JedisDialer dialer =
                new JedisDialer(address, RedisSettings.single(address).build(), null, System::nanoTime);
        try (Socket socket = dialer.createSocket()) {
            dialer.hangUp();

            assertThatExceptionOfType(SocketException.class)
                    .isThrownBy(() -> socket.getInputStream().read());
        }
    }
}
