package org.kennelcache.backend.wire;

import java.io.IOException;
import java.io.UncheckedIOException;
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

/**
 * Makes the socket of one connection: TCP to the first address that answers and, where asked for, TLS.
 *
 * <p>No step of it waits longer than the time-out leaves, but for the resolution of the host name, which is up to the
 * operating system. {@link #hangUp} may be called by any thread.
 */
public final class Dialer {

    private final HostAndPort server;
    private final Duration timeout;
    private final @Nullable KeepAlive keepAlive;
    private final @Nullable Tls tls;
    private final LongSupplier nanoTime;
    private volatile @Nullable Socket wire;

    /**
     * A dialer of one server.
     *
     * @param timeout how long connecting may take, the handshake of TLS included
     * @param keepAlive null: no probes
     * @param tls null: no encryption
     */
    public Dialer(
            HostAndPort server,
            Duration timeout,
            @Nullable KeepAlive keepAlive,
            @Nullable Tls tls,
            LongSupplier nanoTime) {
        this.server = server;
        this.timeout = timeout;
        this.keepAlive = keepAlive;
        this.tls = tls;
        this.nanoTime = nanoTime;
    }

    /**
     * Connects.
     *
     * @return a socket that the caller closes; what time was left is its time-out for reading
     * @throws IOException with the reason why no address could be connected to
     */
    public Socket dial() throws IOException {
        try {
            long deadline = nanoTime.getAsLong() + timeout.toNanos();
            Socket plain = connect(deadline);
            wire = plain;
            plain.setSoTimeout(millisUntil(deadline));
            return tls == null ? plain : tls.encrypt(plain, server);
        } catch (SocketTimeoutException e) {
            String step = wire == null ? "connection" : "TLS handshake";
            hangUp();
            throw new ConnectException("no " + step + " within " + timeout.toMillis() + " ms");
        } catch (IOException e) {
            hangUp();
            throw e;
        }
    }

    /**
     * Whether the peer has ended the connection, or sent what nobody asked for, such as the end of TLS. Takes a
     * millisecond if it has not. To be called while no answer is outstanding.
     */
    public boolean isHungUp() {
        Socket open = wire;
        if (open == null) {
            return true;
        }
        try {
            int usual = open.getSoTimeout();
            open.setSoTimeout(1);
            try {
                open.getInputStream().read();
                return true;
            } catch (SocketTimeoutException e) {
                return false;
            } finally {
                open.setSoTimeout(usual);
            }
        } catch (IOException e) {
            return true;
        }
    }

    /** Ends the connection at once: whoever reads from it or writes to it gets an exception. */
    public void hangUp() {
        Socket open = wire;
        if (open != null) {
            close(open);
        }
    }

    /** Has the operating system look whether an idle peer is still there, in the way that {@code settings} say. */
    public static void keepAlive(Socket socket, KeepAlive settings) throws IOException {
        socket.setKeepAlive(true);
        if (socket.supportedOptions().contains(ExtendedSocketOptions.TCP_KEEPIDLE)) {
            socket.setOption(ExtendedSocketOptions.TCP_KEEPIDLE, wholeSeconds(settings.idle()));
            socket.setOption(ExtendedSocketOptions.TCP_KEEPINTERVAL, wholeSeconds(settings.interval()));
            socket.setOption(ExtendedSocketOptions.TCP_KEEPCOUNT, settings.count());
        }
    }

    private Socket connect(long deadline) throws IOException {
        IOException failure = null;
        for (InetAddress address : InetAddress.getAllByName(server.host())) {
            Socket socket = new Socket();
            try {
                socket.setTcpNoDelay(true);
                if (keepAlive != null) {
                    keepAlive(socket, keepAlive);
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
            throw new UncheckedIOException("a socket could not be closed", e);
        }
    }
}
