package org.kennelcache.jcache;

import static java.nio.charset.StandardCharsets.ISO_8859_1;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.net.Socket;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;

/** Stands between a client and a server on this machine, and keeps every byte that either sends. */
final class WireTap implements AutoCloseable {

    private final int port;
    private final ServerSocket listener;
    private final ExecutorService threads = Executors.newCachedThreadPool();
    private final Set<Socket> sockets = ConcurrentHashMap.newKeySet();
    private final ByteArrayOutputStream heard = new ByteArrayOutputStream();

    private WireTap(int port, ServerSocket listener) {
        this.port = port;
        this.listener = listener;
    }

    /** In front of the server that listens on a port. */
    static WireTap on(int port) {
        try {
            WireTap tap = new WireTap(port, new ServerSocket(0, 50, InetAddress.getLoopbackAddress()));
            tap.threads.execute(() -> untilClosed(tap::accept));
            return tap;
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** Where clients find it. */
    int port() {
        return listener.getLocalPort();
    }

    /** All that was sent so far, a char for each byte. */
    String heard() {
        return heard.toString(ISO_8859_1);
    }

    private void accept() throws IOException {
        while (true) {
            Socket client = listener.accept();
            Socket server = new Socket(InetAddress.getLoopbackAddress(), port);
            sockets.add(client);
            sockets.add(server);
            threads.execute(() -> untilClosed(() -> transfer(client, server)));
            threads.execute(() -> untilClosed(() -> transfer(server, client)));
        }
    }

    private void transfer(Socket from, Socket to) throws IOException {
        to.setTcpNoDelay(true);
        try (InputStream in = from.getInputStream();
                OutputStream out = to.getOutputStream()) {
            byte[] bytes = new byte[8192];
            for (int length = in.read(bytes); length >= 0; length = in.read(bytes)) {
                heard.write(bytes, 0, length);
                out.write(bytes, 0, length);
            }
        }
    }

    private static void untilClosed(Transfer transfer) {
        try {
            transfer.run();
        } catch (IOException e) {
            // one of both sides has ended the connection
        }
    }

    @Override
    public void close() throws IOException {
        listener.close();
        for (Socket socket : sockets) {
            socket.close();
        }
        threads.shutdown();
    }

    @FunctionalInterface
    private interface Transfer {

        void run() throws IOException;
    }
}
