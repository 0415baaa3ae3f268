package org.kennelcache.tck;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.atomic.AtomicBoolean;
import org.junit.platform.launcher.LauncherSession;
import org.junit.platform.launcher.LauncherSessionListener;

/**
 * Starts one memcached where the property {@code tck.server} is {@code memcached}, and three where it is
 * {@code memcached-ring}, and makes them the default backend.
 */
public final class MemcachedForTck implements LauncherSessionListener {

    private static final AtomicBoolean STARTED = new AtomicBoolean();

    /** A listener; for {@link java.util.ServiceLoader}. */
    public MemcachedForTck() {}

    @Override
    public void launcherSessionOpened(LauncherSession session) {
        int servers = servers();
        if (servers > 0 && STARTED.compareAndSet(false, true)) {
            try {
                List<String> addresses = new ArrayList<>();
                while (addresses.size() < servers) {
                    addresses.add(ServerForTck.start(MemcachedForTck::command).address());
                }
                ServerForTck.configure("backend = memcached", "memcache_servers = " + String.join(",", addresses));
            } catch (IOException e) {
                throw new UncheckedIOException("memcached did not start; on Debian: apt-get install memcached", e);
            }
        }
    }

    private static int servers() {
        return switch (System.getProperty("tck.server", "")) {
            case "memcached" -> 1;
            case "memcached-ring" -> 3;
            default -> 0;
        };
    }

    private static List<String> command(int port) {
        String user = System.getProperty("user.name");
        return List.of("memcached", "-u", user, "-l", "127.0.0.1", "-p", Integer.toString(port), "-U", "0");
    }
}
