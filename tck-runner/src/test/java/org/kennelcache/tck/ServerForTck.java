package org.kennelcache.tck;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.atomic.AtomicBoolean;
import org.junit.platform.launcher.LauncherSession;
import org.junit.platform.launcher.LauncherSessionListener;
import org.kennelcache.testing.TestServer;

/**
 * Starts what the property {@code tck.server} names, see {@link TestServer#start}, and makes it the default backend;
 * entries are sealed where the property {@code tck.encryption} is {@code true}. It ends with this JVM.
 */
public final class ServerForTck implements LauncherSessionListener {

    private static final AtomicBoolean STARTED = new AtomicBoolean();

    /** A listener; for {@link java.util.ServiceLoader}. */
    public ServerForTck() {}

    @Override
    public void launcherSessionOpened(LauncherSession session) {
        String name = System.getProperty("tck.server");
        if (name != null && STARTED.compareAndSet(false, true)) {
            start(name);
        }
    }

    private static void start(String name) {
        TestServer server = TestServer.start(name);
        List<String> lines = new ArrayList<>(List.of("[cache]"));
        lines.addAll(server.options());
        lines.add("serial_filter = domain.*, org.jsr107.ri.annotations.DefaultGeneratedCacheKey");
        if (Boolean.getBoolean("tck.encryption")) {
            lines.addAll(KeysetForTck.options());
        }
        try {
            Path configuration = Files.createTempFile("tck", ".conf");
            Runtime.getRuntime().addShutdownHook(new Thread(() -> end(server, configuration)));
            Files.write(configuration, lines);
            System.setProperty("kennel.config", configuration.toString());
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static void end(TestServer server, Path configuration) {
        server.close();
        try {
            Files.deleteIfExists(configuration);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
