package org.kennelcache.config;

import java.util.Locale;

/** What operations do while the servers are out of reach. */
public enum OnBackendError {
    /** Reads find nothing, and writes do nothing, where that can't lead to anything outdated. */
    MISS,
    /** They fail. */
    RAISE;

    /** The name in a file. */
    @Override
    public String toString() {
        return name().toLowerCase(Locale.ROOT);
    }
}
