package org.kennelcache.backend.mongodb;

import org.jspecify.annotations.Nullable;
import org.kennelcache.spi.StoredRecord;
import org.kennelcache.spi.Version;

/**
 * A document of ours.
 *
 * @param name where the record is stored
 * @param bytes the record; not copied
 * @param revision tells this state of the document
 * @param expires after when the server may drop it, in milliseconds since the epoch; null: never
 */
@SuppressWarnings("ArrayRecordComponent") // a carrier that nobody compares
record Entry(
        String name,
        byte[] bytes,
        Revision revision,
        @Nullable Long expires) {

    /** What is to be stored. */
    static Entry of(String name, StoredRecord.Draft draft, long now) {
        byte[] bytes = draft.bytes();
        Long expires = draft.timeToLive()
                .map(time -> Math.addExact(now, time.toMillis()))
                .orElse(null);
        return new Entry(name, bytes, Revision.of(bytes), expires);
    }

    /** Whether it is not past its date, as {@link Filters} has it. */
    boolean isLive(long now) {
        return expires == null || expires > now;
    }

    StoredRecord toRecord() {
        return new StoredRecord(bytes, Version.of(revision));
    }
}
