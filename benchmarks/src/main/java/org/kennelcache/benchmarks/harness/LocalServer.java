package org.kennelcache.benchmarks.harness;

import java.io.File;
import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.ServerSocket;
import java.net.Socket;
import java.time.Duration;
import java.util.List;
import java.util.concurrent.TimeUnit;
import java.util.function.IntFunction;

/**
 * A server of one measurement, empty at first, on a free port of the loopback interface. Closing it ends its process.
 */
public final class LocalServer implements Server {

    private static final InetAddress HOST = InetAddress.getLoopbackAddress();
    private static final Duration PATIENCE = Duration.ofSeconds(10);
    private static final Duration PAUSE = Duration.ofMillis(10);

    private final Process process;
    private final int port;

    private LocalServer(Process process, int port) {
        this.process = process;
        this.port = port;
    }

    /**
     * Starts a server and waits until it takes connections.
     *
     * @param command gives the program and its arguments for a port
     * @param log takes what it writes
     * @throws IOException if there is no such program, or it ends or takes no connections within ten seconds
     */
    public static LocalServer start(IntFunction<List<String>> command, File log) throws IOException {
        int port = freePort();
        Process process = new ProcessBuilder(command.apply(port))
                .redirectErrorStream(true)
                .redirectOutput(ProcessBuilder.Redirect.appendTo(log))
                .start();
        LocalServer server = new LocalServer(process, port);
        try {
            server.awaitReady();
            return server;
        } catch (IOException e) {
            server.close();
            throw e;
        }
    }

    @Override
    public String address() {
        return HOST.getHostAddress() + ":" + port;
    }

    @Override
    public void close() {
        process.destroyForcibly().onExit().join();
    }

    private static int freePort() throws IOException {
        try (ServerSocket socket = new ServerSocket(0, 1, HOST)) {
            return socket.getLocalPort();
        }
    }

    private void awaitReady() throws IOException {
        long end = System.nanoTime() + PATIENCE.toNanos();
        while (!takesConnections()) {
            if (hasEnded() || System.nanoTime() > end) {
                throw new IOException(process.info().commandLine().orElse("the server") + " takes no connections");
            }
        }
    }

    private boolean takesConnections() {
        try (Socket socket = new Socket()) {
            socket.connect(new InetSocketAddress(HOST, port));
            return true;
        } catch (IOException e) {
            return false;
        }
    }

    private boolean hasEnded() throws IOException {
        try {
            return process.waitFor(PAUSE.toMillis(), TimeUnit.MILLISECONDS);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new IOException("interrupted while a server was being started", e);
        }
    }
}
