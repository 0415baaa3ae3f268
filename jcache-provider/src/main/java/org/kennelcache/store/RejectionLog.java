package org.kennelcache.store;

import java.lang.System.Logger;
import java.lang.System.Logger.Level;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import org.kennelcache.codec.Rejection;

/** Logs each reason for a rejection once as a warning, up to {@value #MOST_WARNINGS} of them, and all else for debugging. */
final class RejectionLog implements RejectionListener {

    private static final Logger LOGGER = System.getLogger(RejectionLog.class.getName());
    private static final int MOST_WARNINGS = 100;

    private final Set<String> warned = ConcurrentHashMap.newKeySet();

    @Override
    public void rejected(String name, Rejection rejection) {
        boolean isNew = warned.size() < MOST_WARNINGS && warned.add(rejection.message());
        LOGGER.log(
                isNew ? Level.WARNING : Level.DEBUG,
                "the record {0} counts as absent: {1}: {2}",
                name,
                rejection.reason(),
                rejection.message());
    }
}
