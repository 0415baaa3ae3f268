package example;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.concurrent.atomic.AtomicBoolean;
import org.junit.platform.launcher.LauncherSession;
import org.junit.platform.launcher.LauncherSessionListener;
import org.kennelcache.testing.RedisServer;

/** Starts a redis-server where the property {@code test.server} says so, and makes it the one of kennel-redis.conf. */
public final class ServerForTests implements LauncherSessionListener {
    private static final AtomicBoolean STARTED = new AtomicBoolean();

    @Override
    public void launcherSessionOpened(LauncherSession session) {
        if (onRedis() && STARTED.compareAndSet(false, true)) {
            RedisServer server = RedisServer.start();
            Runtime.getRuntime().addShutdownHook(new Thread(server::close));
            System.setProperty("kennel.config", configuration(server).toString());
        }
    }

    static boolean onRedis() {
        return "redis".equals(System.getProperty("test.server"));
    }

    private static Path configuration(RedisServer server) {
        try (InputStream in = ServerForTests.class.getResourceAsStream("/kennel-redis.conf")) {
            String text = new String(in.readAllBytes(), StandardCharsets.UTF_8);
            Path file = Files.createTempFile("kennel", ".conf");
            file.toFile().deleteOnExit();
            return Files.writeString(file, text.replace("localhost:6379", server.host() + ":" + server.port()));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
