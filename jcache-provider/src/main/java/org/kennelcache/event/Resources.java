package org.kennelcache.event;

import java.lang.System.Logger;
import java.lang.System.Logger.Level;
import java.util.List;

/**
 * Closes what the application gave to a cache (listeners, loader, writer, expiry policy): all of it, whatever fails.
 */
public final class Resources {

    private static final Logger LOGGER = System.getLogger(Resources.class.getName());

    private Resources() {}

    /** Closes those of the objects that are {@link AutoCloseable}; failures are logged. */
    public static void close(List<?> resources) {
        for (Object resource : resources) {
            if (resource instanceof AutoCloseable closeable) {
                close(closeable);
            }
        }
    }

    private static void close(AutoCloseable closeable) {
        try {
            closeable.close();
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        } catch (Exception e) {
            LOGGER.log(Level.WARNING, "could not close " + closeable.getClass().getName(), e);
        }
    }
}
