package org.kennelcache.config;

/** MongoDB's read preference modes, by their names in connection strings. */
public enum ReadPreference {
    /** Only the primary. */
    PRIMARY("primary"),
    /** The primary, or a secondary while there is none. */
    PRIMARY_PREFERRED("primaryPreferred"),
    /** Only secondaries. */
    SECONDARY("secondary"),
    /** A secondary, or the primary while there is none. */
    SECONDARY_PREFERRED("secondaryPreferred"),
    /** Whichever answers fastest. */
    NEAREST("nearest");

    private final String mode;

    ReadPreference(String mode) {
        this.mode = mode;
    }

    /** Returns the name of the mode in connection strings. */
    @Override
    public String toString() {
        return mode;
    }
}
