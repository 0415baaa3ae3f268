package org.kennelcache.tck;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.List;
import java.util.concurrent.atomic.AtomicBoolean;
import org.junit.platform.launcher.LauncherSession;
import org.junit.platform.launcher.LauncherSessionListener;

/** Starts a redis-server where the property {@code tck.server} is {@code redis}, and makes it the default backend. */
public final class RedisForTck implements LauncherSessionListener {

    private static final AtomicBoolean STARTED = new AtomicBoolean();

    /** A listener; for {@link java.util.ServiceLoader}. */
    public RedisForTck() {}

    @Override
    public void launcherSessionOpened(LauncherSession session) {
        if ("redis".equals(System.getProperty("tck.server")) && STARTED.compareAndSet(false, true)) {
            try {
                ServerForTck server = ServerForTck.start(port ->
                        List.of("redis-server", "--bind", "127.0.0.1", "--port", Integer.toString(port), "--save", ""));
                ServerForTck.configure("backend = redis", "redis_server = " + server.address());
            } catch (IOException e) {
                throw new UncheckedIOException(
                        "redis-server did not start; on Debian: apt-get install redis-server", e);
            }
        }
    }
}
