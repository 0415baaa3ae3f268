package org.kennelcache.backend.redis;

import static org.kennelcache.spi.StoredRecord.VERSION_LENGTH;
import static org.kennelcache.spi.StoredRecord.VERSION_OFFSET;

import java.nio.charset.StandardCharsets;
import org.kennelcache.spi.Version;

/**
 * The version that a record carries in its header. What is too short to have a header is its own version.
 *
 * @param start where in the record the version starts
 * @param characters the version; each character is one byte
 */
record HeaderVersion(int start, String characters) {

    /** Where in a record its version ends; at the end of the record if that comes first. */
    static final int END = VERSION_OFFSET + VERSION_LENGTH;

    static Version of(byte[] record) {
        int start = record.length < END ? 0 : VERSION_OFFSET;
        int length = Math.min(record.length, END) - start;
        return Version.of(new HeaderVersion(start, new String(record, start, length, StandardCharsets.ISO_8859_1)));
    }

    /** @throws IllegalArgumentException if the version is not one that {@link #of} made */
    static HeaderVersion from(Version.Token version) {
        if (version.value() instanceof HeaderVersion header) {
            return header;
        }
        throw new IllegalArgumentException(
                "version: a " + version.value().getClass().getName() + ", must be one that this backend gave");
    }

    byte[] bytes() {
        return characters.getBytes(StandardCharsets.ISO_8859_1);
    }
}
