package org.kennelcache.codec;

import org.kennelcache.spi.StoredRecord;

/**
 * What an entry looks like between the object level and its bytes; see {@link RecordCodec}.
 *
 * @param version the record version, {@value org.kennelcache.spi.StoredRecord#VERSION_LENGTH} bytes that no other
 *     record has
 * @param times when it was stored and when it ends
 * @param codecId how the value is written; from 0 to 255
 * @param key the key as {@link KeyCodec} writes it
 * @param value the value as {@code codecId} says
 */
public record Envelope(Bytes version, Times times, int codecId, Bytes key, Bytes value) implements Decoded {

    private static final int LARGEST_BYTE = 0xFF;

    /**
     * Checks what has a fixed place in the envelope.
     *
     * @throws IllegalArgumentException if the version or the codec id does not fit there
     */
    public Envelope {
        if (version.length() != StoredRecord.VERSION_LENGTH || (codecId & ~LARGEST_BYTE) != 0) {
            throw new IllegalArgumentException(
                    "the version has " + version.length() + " bytes (it must have " + StoredRecord.VERSION_LENGTH
                            + "), the codec id is " + codecId + " (it may be at most " + LARGEST_BYTE + ")");
        }
    }
}
