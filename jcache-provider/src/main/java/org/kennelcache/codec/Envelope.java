package org.kennelcache.codec;

import java.util.Objects;
import org.jspecify.annotations.Nullable;
import org.kennelcache.spi.StoredRecord;

/** What an entry looks like between the object level and its bytes; see {@link RecordCodec}. Immutable. */
public final class Envelope implements Decoded {

    private static final int LARGEST_BYTE = 0xFF;

    private final Header header;
    private final Bytes key;
    private final Bytes value;

    /**
     * An entry to be stored.
     *
     * @param version the record version, {@value org.kennelcache.spi.StoredRecord#VERSION_LENGTH} bytes that no other
     *     record has
     * @param times when it was stored and when it ends
     * @param codecId how the value is written; from 0 to 255
     * @param key the key as {@link KeyCodec} writes it
     * @param value the value as {@code codecId} says
     * @throws IllegalArgumentException if the version or the codec id does not fit into its place in the envelope
     */
    public Envelope(Bytes version, Times times, int codecId, Bytes key, Bytes value) {
        this(header(version, times, codecId), key, value);
    }

    /** An entry that was read. */
    Envelope(Header header, Bytes key, Bytes value) {
        this.header = header;
        this.key = key;
        this.value = value;
    }

    private static Header header(Bytes version, Times times, int codecId) {
        if (version.length() != StoredRecord.VERSION_LENGTH || (codecId & ~LARGEST_BYTE) != 0) {
            throw new IllegalArgumentException(
                    "the version has " + version.length() + " bytes (it must have " + StoredRecord.VERSION_LENGTH
                            + "), the codec id is " + codecId + " (it may be at most " + LARGEST_BYTE + ")");
        }
        return Header.of(version, times, codecId);
    }

    /** Everything but key and value. */
    Header header() {
        return header;
    }

    /** The record version. */
    public Bytes version() {
        return header.version();
    }

    /** When it was stored and when it ends. */
    public Times times() {
        return header.times();
    }

    /** How the value is written. */
    public int codecId() {
        return header.codecId();
    }

    /** The key as {@link KeyCodec} writes it. */
    public Bytes key() {
        return key;
    }

    /** The value as {@link #codecId} says. */
    public Bytes value() {
        return value;
    }

    @Override
    public boolean equals(@Nullable Object other) {
        return other instanceof Envelope that
                && header.equals(that.header)
                && key.equals(that.key)
                && value.equals(that.value);
    }

    @Override
    public int hashCode() {
        return Objects.hash(header, key, value);
    }

    @Override
    public String toString() {
        return "version " + version() + ", " + times() + ", codec id " + codecId() + ", key of " + key.length()
                + " bytes, value of " + value.length() + " bytes";
    }
}
