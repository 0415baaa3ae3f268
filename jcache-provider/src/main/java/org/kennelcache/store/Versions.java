package org.kennelcache.store;

import java.nio.ByteBuffer;
import java.util.random.RandomGenerator;
import org.kennelcache.codec.Bytes;
import org.kennelcache.spi.StoredRecord;

/**
 * Record versions for one operation: 128 random bits, and counted on from there, so that many records cost one call of the
 * generator. Used by one thread.
 */
final class Versions {

    private final long high;
    private long low;

    /** @param random different in every process */
    Versions(RandomGenerator random) {
        byte[] first = new byte[StoredRecord.VERSION_LENGTH];
        random.nextBytes(first);
        ByteBuffer in = ByteBuffer.wrap(first);
        high = in.getLong();
        low = in.getLong();
    }

    /** A version that no other record has. */
    Bytes next() {
        return Bytes.of(ByteBuffer.allocate(StoredRecord.VERSION_LENGTH)
                .putLong(high)
                .putLong(low++)
                .array());
    }
}
