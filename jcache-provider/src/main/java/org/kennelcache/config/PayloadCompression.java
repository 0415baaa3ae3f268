package org.kennelcache.config;

import java.util.Locale;

/** How key and value of an entry are compressed before they are stored. */
public enum PayloadCompression {
    /** Not at all. */
    NONE,
    /** LZ4: fast. */
    LZ4,
    /** Zstandard: small. */
    ZSTD;

    /** The name in a file. */
    @Override
    public String toString() {
        return name().toLowerCase(Locale.ROOT);
    }
}
