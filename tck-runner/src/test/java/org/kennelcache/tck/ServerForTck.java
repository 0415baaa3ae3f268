package org.kennelcache.tck;

import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.ServerSocket;
import java.net.Socket;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.function.IntFunction;

/** A server on a free loopback port. It is this JVM's child and ends with it. */
record ServerForTck(String address) {

    private static final Duration PATIENCE = Duration.ofSeconds(20);

    /**
     * Starts a server and waits until it listens.
     *
     * @param command program and arguments for a port
     */
    static ServerForTck start(IntFunction<List<String>> command) throws IOException {
        int port = freePort();
        Path folder = Files.createTempDirectory("tck-server");
        folder.toFile().deleteOnExit();
        Process server = new ProcessBuilder(command.apply(port))
                .directory(folder.toFile())
                .redirectErrorStream(true)
                .redirectOutput(ProcessBuilder.Redirect.DISCARD)
                .start();
        Runtime.getRuntime().addShutdownHook(new Thread(server::destroyForcibly));
        awaitListening(server, port);
        return new ServerForTck("127.0.0.1:" + port);
    }

    /** Has the provider read these lines of the section {@code [cache]}, and the class filter that the TCK needs. */
    static void configure(String... lines) throws IOException {
        List<String> text = new ArrayList<>();
        text.add("[cache]");
        text.addAll(List.of(lines));
        text.add("serial_filter = domain.*, org.jsr107.ri.annotations.DefaultGeneratedCacheKey");
        Path configuration = Files.createTempFile("tck", ".conf");
        configuration.toFile().deleteOnExit();
        Files.write(configuration, text);
        System.setProperty("kennel.config", configuration.toString());
    }

    private static int freePort() throws IOException {
        try (ServerSocket socket = new ServerSocket(0, 1, InetAddress.getLoopbackAddress())) {
            return socket.getLocalPort();
        }
    }

    private static void awaitListening(Process server, int port) throws IOException {
        long end = System.nanoTime() + PATIENCE.toNanos();
        while (!isListening(port)) {
            if (!server.isAlive() || System.nanoTime() > end) {
                throw new IOException("nobody listens at 127.0.0.1:" + port);
            }
        }
    }

    private static boolean isListening(int port) {
        try (Socket socket = new Socket()) {
            socket.connect(new InetSocketAddress(InetAddress.getLoopbackAddress(), port), 100);
            return true;
        } catch (IOException notYet) {
            return false;
        }
    }
}
