package org.kennelcache.backend.memcached;

import java.nio.ByteBuffer;
import java.util.Arrays;
import java.util.Optional;
import org.kennelcache.spi.StoredRecord;

/**
 * What the records of a cache have before their own bytes since it was last cleared.
 *
 * @param mark 64 random bits, so none comes twice
 */
record Generation(long mark) {

    private static final int LENGTH = Long.BYTES;

    /** One that begins with a record, whose version is random. */
    static Generation begunBy(StoredRecord.Draft draft) {
        byte[] start = Arrays.copyOf(draft.bytes(), StoredRecord.VERSION_OFFSET + LENGTH);
        return new Generation(ByteBuffer.wrap(start).getLong(StoredRecord.VERSION_OFFSET));
    }

    /** The one that a record starts with. */
    static Generation read(StoredRecord record) {
        return new Generation(
                ByteBuffer.wrap(Arrays.copyOf(record.bytes(), LENGTH)).getLong());
    }

    boolean isOf(StoredRecord record) {
        return record.bytes().length >= LENGTH && equals(read(record));
    }

    /** What stands for it on a server. */
    StoredRecord.Draft draft() {
        return new StoredRecord.Draft(ByteBuffer.allocate(LENGTH).putLong(mark).array(), Optional.empty());
    }

    StoredRecord.Draft add(StoredRecord.Draft draft) {
        byte[] bytes = draft.bytes();
        byte[] marked = ByteBuffer.allocate(LENGTH + bytes.length)
                .putLong(mark)
                .put(bytes)
                .array();
        return new StoredRecord.Draft(marked, draft.timeToLive());
    }

    static StoredRecord remove(StoredRecord record) {
        byte[] bytes = record.bytes();
        return new StoredRecord(Arrays.copyOfRange(bytes, LENGTH, bytes.length), record.version());
    }
}
