package org.kennelcache.backend.redis;

import java.io.IOException;
import java.net.ConnectException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.Socket;
import java.net.SocketTimeoutException;
import java.time.Duration;
import java.util.function.LongSupplier;
import jdk.net.ExtendedSocketOptions;
import org.jspecify.annotations.Nullable;
import org.kennelcache.config.HostAndPort;
import org.kennelcache.config.KeepAlive;
import org.kennelcache.config.RedisSettings;
import redis.clients.jedis.JedisSocketFactory;
import redis.clients.jedis.exceptions.JedisConnectionException;

/**
 * Makes the socket of one connection: TCP to the first address that answers and, where asked for, TLS.
 *
 * <p>No step of it waits longer than the time-out to connect leaves, but for the resolution of the host name, which is up
 * to the operating system. {@link #hangUp} may be called by any thread.
 */
final class Dialer implements JedisSocketFactory {

    private final HostAndPort server;
    private final RedisSettings settings;
    private final @Nullable Tls tls;
    private final LongSupplier nanoTime;
    private volatile @Nullable Socket wire;

    Dialer(HostAndPort server, RedisSettings settings, @Nullable Tls tls, LongSupplier nanoTime) {
        this.server = server;
        this.settings = settings;
        this.tls = tls;
        this.nanoTime = nanoTime;
    }

    /** @throws JedisConnectionException with the reason why no address could be connected to */
    @Override
    public Socket createSocket() {
        try {
            long deadline = nanoTime.getAsLong() + settings.connectTimeout().toNanos();
            Socket plain = connect(deadline);
            wire = plain;
            plain.setSoTimeout(millisUntil(deadline));
            Socket socket = tls == null ? plain : tls.encrypt(plain, server);
            socket.setSoTimeout(Math.toIntExact(settings.connection().timeout().toMillis()));
            return socket;
        } catch (SocketTimeoutException e) {
            String step = wire == null ? "connection" : "TLS handshake";
            hangUp();
            throw new JedisConnectionException(new ConnectException(
                    "no " + step + " within " + settings.connectTimeout().toMillis() + " ms"));
        } catch (IOException e) {
            hangUp();
            throw new JedisConnectionException(e);
        }
    }

    /** Ends the connection at once: whoever reads from it or writes to it gets an exception. */
    void hangUp() {
        Socket open = wire;
        if (open != null) {
            close(open);
        }
    }

    private Socket connect(long deadline) throws IOException {
        IOException failure = null;
        for (InetAddress address : InetAddress.getAllByName(server.host())) {
            Socket socket = new Socket();
            try {
                socket.setTcpNoDelay(true);
                if (settings.connection().keepAlive() != null) {
                    keepAlive(socket, settings.connection().keepAlive());
                }
                socket.connect(new InetSocketAddress(address, server.port()), millisUntil(deadline));
                return socket;
            } catch (IOException e) {
                close(socket);
                if (failure != null) {
                    e.addSuppressed(failure);
                }
                failure = e;
            }
        }
        throw failure == null ? new ConnectException("the name has no address") : failure;
    }

    private static void keepAlive(Socket socket, KeepAlive settings) throws IOException {
        socket.setKeepAlive(true);
        if (socket.supportedOptions().contains(ExtendedSocketOptions.TCP_KEEPIDLE)) {
            socket.setOption(ExtendedSocketOptions.TCP_KEEPIDLE, wholeSeconds(settings.idle()));
            socket.setOption(ExtendedSocketOptions.TCP_KEEPINTERVAL, wholeSeconds(settings.interval()));
            socket.setOption(ExtendedSocketOptions.TCP_KEEPCOUNT, settings.count());
        }
    }

    private static int wholeSeconds(Duration duration) {
        return Math.toIntExact(Math.max(1, duration.toSeconds()));
    }

    private int millisUntil(long deadline) throws SocketTimeoutException {
        long millis = Duration.ofNanos(deadline - nanoTime.getAsLong()).toMillis();
        if (millis <= 0) {
            throw new SocketTimeoutException();
        }
        return Math.toIntExact(millis);
    }

    private static void close(Socket socket) {
        try {
            socket.close();
        } catch (IOException e) {
            throw new JedisConnectionException("a socket could not be closed", e);
        }
    }
}
