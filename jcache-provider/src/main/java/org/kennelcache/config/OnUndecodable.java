package org.kennelcache.config;

import java.util.Locale;

/** What a read makes of a record that is none of the cache's entries. */
public enum OnUndecodable {
    /** It counts as absent. */
    MISS,
    /** The read fails. */
    RAISE;

    /** The name in a file. */
    @Override
    public String toString() {
        return name().toLowerCase(Locale.ROOT);
    }
}
