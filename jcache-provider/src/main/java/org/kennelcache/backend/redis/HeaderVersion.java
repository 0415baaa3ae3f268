package org.kennelcache.backend.redis;

import static org.kennelcache.spi.StoredRecord.VERSION_LENGTH;
import static org.kennelcache.spi.StoredRecord.VERSION_OFFSET;

import java.util.Arrays;
import org.jspecify.annotations.Nullable;
import org.kennelcache.spi.Version;

/** The version that a record carries in its header. What is too short to have a header is its own version. */
final class HeaderVersion {

    /** Where in a record its version ends; at the end of the record if that comes first. */
    static final int END = VERSION_OFFSET + VERSION_LENGTH;

    private final byte[] record;

    private HeaderVersion(byte[] record) {
        this.record = record;
    }

    /** The version of a record, which is not copied: most versions are never looked at. */
    static Version of(byte[] record) {
        return Version.of(new HeaderVersion(record));
    }

    /** @throws IllegalArgumentException if the version is not one that {@link #of} made */
    static HeaderVersion from(Version.Token version) {
        if (version.value() instanceof HeaderVersion header) {
            return header;
        }
        throw new IllegalArgumentException(
                "version: a " + version.value().getClass().getName() + ", must be one that this backend gave");
    }

    /** Where in the record the version starts. */
    int start() {
        return record.length < END ? 0 : VERSION_OFFSET;
    }

    /** The version. */
    byte[] bytes() {
        return Arrays.copyOfRange(record, start(), end());
    }

    private int end() {
        return Math.min(record.length, END);
    }

    @Override
    public boolean equals(@Nullable Object other) {
        return other instanceof HeaderVersion that
                && Arrays.equals(record, start(), end(), that.record, that.start(), that.end());
    }

    @Override
    public int hashCode() {
        return Arrays.hashCode(bytes());
    }
}
