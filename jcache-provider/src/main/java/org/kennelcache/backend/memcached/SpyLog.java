package org.kennelcache.backend.memcached;

import java.lang.System.Logger;
import net.spy.memcached.compat.log.AbstractLogger;
import net.spy.memcached.compat.log.Level;
import net.spy.memcached.compat.log.LoggerFactory;
import org.jspecify.annotations.Nullable;

/**
 * Where the client's own log goes: to {@link System.Logger}, as debugging output, since what it complains about reaches
 * callers as exceptions. By itself it writes stack traces to the standard error stream.
 *
 * <p>Public because the client makes it by reflection.
 */
public final class SpyLog extends AbstractLogger {

    private static final String PROPERTY = "net.spy.log.LoggerImpl";

    private final Logger logger;

    /** @param name of the class that logs */
    public SpyLog(String name) {
        super(name);
        logger = System.getLogger(name);
    }

    /**
     * Has the client use this, unless the application has chosen something else. The client asks once in the life of a
     * JVM, by a system property, which is not left behind.
     */
    static synchronized void install() {
        if (System.getProperty(PROPERTY) == null) {
            System.setProperty(PROPERTY, SpyLog.class.getName());
            try {
                LoggerFactory.getLogger(SpyLog.class);
            } finally {
                System.clearProperty(PROPERTY);
            }
        }
    }

    @Override
    public boolean isDebugEnabled() {
        return logger.isLoggable(Logger.Level.DEBUG);
    }

    @Override
    public boolean isInfoEnabled() {
        return isDebugEnabled();
    }

    @Override
    public boolean isTraceEnabled() {
        return logger.isLoggable(Logger.Level.TRACE);
    }

    @Override
    public void log(Level level, Object message, @Nullable Throwable failure) {
        logger.log(level == Level.TRACE ? Logger.Level.TRACE : Logger.Level.DEBUG, String.valueOf(message), failure);
    }
}
