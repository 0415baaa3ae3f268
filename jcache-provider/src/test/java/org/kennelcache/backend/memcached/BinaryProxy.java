package org.kennelcache.backend.memcached;

import static java.nio.charset.StandardCharsets.US_ASCII;

import java.io.IOException;
import java.io.PushbackInputStream;
import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.net.Socket;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import org.kennelcache.config.HostAndPort;
import org.kennelcache.testing.MemcachedServer;

/** Hands on what is in the binary protocol; to text, such as the command that lists names, it answers with an error. */
final class BinaryProxy implements AutoCloseable {

    private static final int REQUEST = 0x80;
    private static final byte[] ERROR = "ERROR\r\n".getBytes(US_ASCII);

    private final MemcachedServer server;
    private final ServerSocket listener;
    private final ExecutorService threads = Executors.newCachedThreadPool();
    private final Set<Socket> sockets = ConcurrentHashMap.newKeySet();

    private BinaryProxy(MemcachedServer server, ServerSocket listener) {
        this.server = server;
        this.listener = listener;
    }

    static BinaryProxy inFrontOf(MemcachedServer server) {
        try {
            BinaryProxy proxy = new BinaryProxy(server, new ServerSocket(0, 50, InetAddress.getLoopbackAddress()));
            proxy.threads.execute(proxy::accept);
            return proxy;
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    HostAndPort address() {
        return new HostAndPort("127.0.0.1", listener.getLocalPort());
    }

    private void accept() {
        untilClosed(() -> {
            while (true) {
                Socket client = listener.accept();
                sockets.add(client);
                threads.execute(() -> untilClosed(() -> serve(client)));
            }
        });
    }

    private void serve(Socket client) throws IOException {
        try (client;
                Socket upstream = new Socket(server.host(), server.port())) {
            sockets.add(upstream);
            client.setTcpNoDelay(true);
            upstream.setTcpNoDelay(true);
            PushbackInputStream input = new PushbackInputStream(client.getInputStream());
            int first = input.read();
            if (first == REQUEST) {
                input.unread(first);
                threads.execute(() -> untilClosed(() -> {
                    try (client) {
                        upstream.getInputStream().transferTo(client.getOutputStream());
                    }
                }));
                input.transferTo(upstream.getOutputStream());
            } else if (first >= 0) {
                client.getOutputStream().write(ERROR);
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
