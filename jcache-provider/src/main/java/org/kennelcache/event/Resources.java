package org.kennelcache.event;

import java.lang.System.Logger;
import java.lang.System.Logger.Level;
import java.util.List;
import java.util.Objects;
import java.util.concurrent.ExecutorService;

/**
 * Closes what the application gave to a cache (listeners, loader, writer, expiry policy, executor): all of it, whatever
 * fails.
 */
public final class Resources {

    private static final Logger LOGGER = System.getLogger(Resources.class.getName());

    private Resources() {}

    /**
     * Closes those of the objects that are {@link AutoCloseable}; failures are logged. An {@link ExecutorService},
     * which is one from JDK 19 on only, is shut down on every JDK, and its tasks aren't waited for.
     */
    public static void close(List<?> resources) {
        resources.stream().filter(Objects::nonNull).forEach(Resources::close);
    }

    private static void close(Object resource) {
        try {
            if (resource instanceof ExecutorService executor) {
                executor.shutdown();
            } else if (resource instanceof AutoCloseable closeable) {
                closeable.close();
            }
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        } catch (Exception e) {
            LOGGER.log(Level.WARNING, "could not close " + resource.getClass().getName(), e);
        }
    }
}
