package org.kennelcache.tck;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.ServerSocket;
import java.net.Socket;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.atomic.AtomicBoolean;
import org.junit.platform.launcher.LauncherSession;
import org.junit.platform.launcher.LauncherSessionListener;

/**
 * Starts a redis-server on a free loopback port where the property {@code tck.server} is {@code redis}, and makes it the
 * default backend; its entries are sealed where the property {@code tck.encryption} is {@code true}. The server is this JVM's child and ends with it.
 */
public final class RedisForTck implements LauncherSessionListener {

    private static final Duration PATIENCE = Duration.ofSeconds(20);
    private static final AtomicBoolean STARTED = new AtomicBoolean();

    /** A listener; for {@link java.util.ServiceLoader}. */
    public RedisForTck() {}

    @Override
    public void launcherSessionOpened(LauncherSession session) {
        if ("redis".equals(System.getProperty("tck.server")) && STARTED.compareAndSet(false, true)) {
            try {
                start();
            } catch (IOException e) {
                throw new UncheckedIOException(
                        "redis-server did not start; on Debian: apt-get install redis-server", e);
            }
        }
    }

    private static void start() throws IOException {
        Path folder = Files.createTempDirectory("tck-redis");
        Path configuration = folder.resolve("kennel.conf");
        int port = freePort();
        Process server = new ProcessBuilder(
                        "redis-server", "--bind", "127.0.0.1", "--port", Integer.toString(port), "--save", "")
                .directory(folder.toFile())
                .redirectErrorStream(true)
                .redirectOutput(ProcessBuilder.Redirect.DISCARD)
                .start();
        Runtime.getRuntime().addShutdownHook(new Thread(() -> end(server, configuration, folder)));
        awaitListening(server, port);
        List<String> lines = new ArrayList<>(List.of(
                "[cache]",
                "backend = redis",
                "redis_server = 127.0.0.1:" + port,
                "serial_filter = domain.*, org.jsr107.ri.annotations.DefaultGeneratedCacheKey"));
        if (Boolean.getBoolean("tck.encryption")) {
            lines.addAll(KeysetForTck.options());
        }
        Files.write(configuration, lines);
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
                throw new IOException("no redis-server at 127.0.0.1:" + port);
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

    private static void end(Process server, Path configuration, Path folder) {
        server.destroyForcibly();
        try {
            Files.deleteIfExists(configuration);
            Files.deleteIfExists(folder);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
