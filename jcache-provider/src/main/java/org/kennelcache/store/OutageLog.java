package org.kennelcache.store;

import java.lang.System.Logger;
import java.lang.System.Logger.Level;
import java.time.Duration;
import java.time.InstantSource;

/**
 * Tells the log when a cache begins to do without servers, and when that is over: once each, however many calls fail,
 * and however often a server that is half dead seems to be back. For many threads at once.
 */
final class OutageLog {

    /** How long nothing has failed when an outage counts as over. */
    static final Duration QUIET = Duration.ofMinutes(1);

    private static final Logger LOGGER = System.getLogger(OutageLog.class.getName());

    private final String cacheName;
    private final InstantSource clock;
    private long lastFailure; // guarded by this
    private boolean hasDropped; // guarded by this
    private volatile boolean isOut;

    /** Nothing has failed yet. */
    OutageLog(String cacheName, InstantSource clock) {
        this.cacheName = cacheName;
        this.clock = clock;
    }

    /** Something has to be made up for. */
    synchronized void failed() {
        lastFailure = clock.millis();
        if (!isOut) {
            isOut = true;
            log(
                    Level.WARNING,
                    "servers are out of reach; what is removed or written now is removed when they are back");
        }
    }

    /** Nothing is left to be made up for. */
    void worked() {
        if (isOut) {
            end();
        }
    }

    private synchronized void end() {
        if (isOut && clock.millis() - lastFailure >= QUIET.toMillis()) {
            isOut = false;
            hasDropped = false;
            log(Level.INFO, "nothing has failed for " + QUIET.toSeconds() + " s, and nothing is left to be removed");
        }
    }

    /** Something can't be made up for; of an outage, the first such failure is logged. */
    synchronized void dropped(RuntimeException failure) {
        if (!hasDropped) {
            hasDropped = true;
            LOGGER.log(
                    Level.WARNING,
                    "cache \"" + cacheName
                            + "\": an entry that was to be removed while servers were out of reach can't be"
                            + " removed, and is left where it is",
                    failure);
        }
    }

    private void log(Level level, String message) {
        LOGGER.log(level, "cache \"" + cacheName + "\": " + message);
    }
}
