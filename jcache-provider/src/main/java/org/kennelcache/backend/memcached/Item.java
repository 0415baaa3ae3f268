package org.kennelcache.backend.memcached;

import java.nio.ByteBuffer;
import java.util.Arrays;
import org.kennelcache.spi.StoredRecord;
import org.kennelcache.spi.Version;

/**
 * What a server holds under a name: the generation of the cache that the record was written for, and the record.
 *
 * @param bytes the record's own; empty if the item stands for the generation itself
 * @param cas the state it is in
 */
@SuppressWarnings("ArrayRecordComponent") // a carrier that nobody compares
record Item(byte[] bytes, Cas cas) {

    /** How many bytes come before those of the record. */
    static final int MARK = Long.BYTES;

    /**
     * What a server gave.
     *
     * @param data the item's bytes, from {@code start} to the end; what is too short has no generation
     */
    static Item read(byte[] data, int start, long token, Connection connection) {
        int record = start + MARK;
        return data.length < record
                ? new Item(Arrays.copyOfRange(data, start, data.length), new Cas(token, Generations.NONE, connection))
                : new Item(
                        Arrays.copyOfRange(data, record, data.length),
                        new Cas(token, ByteBuffer.wrap(data).getLong(start), connection));
    }

    long generation() {
        return cas.generation();
    }

    /** Whether it is of a generation; {@link Generations#NONE} is none. */
    boolean isOf(long generation) {
        return generation != Generations.NONE && generation == generation();
    }

    StoredRecord record() {
        return new StoredRecord(bytes, Version.of(cas));
    }
}
