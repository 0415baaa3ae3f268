package org.kennelcache;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.net.Socket;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;

/** Stands between clients and a server, both on this machine; what it does with their bytes is up to subclasses. */
public abstract class LoopbackProxy implements AutoCloseable {

    private final int serverPort;
    private final ServerSocket listener;
    private final ExecutorService threads = Executors.newCachedThreadPool();
    private final Set<Socket> sockets = ConcurrentHashMap.newKeySet();

    /** In front of the server that listens on a port; takes no clients before {@link #listen}. */
    protected LoopbackProxy(int serverPort) {
        this.serverPort = serverPort;
        try {
            this.listener = new ServerSocket(0, 50, InetAddress.getLoopbackAddress());
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** Where clients find it. */
    public final int port() {
        return listener.getLocalPort();
    }

    /** Takes clients from now on. */
    protected final void listen() {
        inBackground(() -> {
            while (true) {
                Socket client = listener.accept();
                sockets.add(client);
                inBackground(() -> connect(client));
            }
        });
    }

    private void connect(Socket client) throws IOException {
        try (client;
                Socket server = new Socket(InetAddress.getLoopbackAddress(), serverPort)) {
            sockets.add(server);
            client.setTcpNoDelay(true);
            server.setTcpNoDelay(true);
            serve(client, server);
        }
    }

    /** Hands on what a client sends, for as long as it does; its connection ends with this call. */
    protected abstract void serve(Socket client, Socket server) throws IOException;

    /** Transfers something meanwhile, until a connection ends. */
    protected final void inBackground(Transfer transfer) {
        threads.execute(() -> {
            try {
                transfer.run();
            } catch (IOException e) {
                // one of both sides has ended the connection
            }
        });
    }

    @Override
    public void close() throws IOException {
        listener.close();
        for (Socket socket : sockets) {
            socket.close();
        }
        threads.shutdown();
    }

    /** Moves bytes. */
    @FunctionalInterface
    protected interface Transfer {

        /** Moves them until there are no more. */
        void run() throws IOException;
    }
}
