package org.kennelcache.backend.memcached;

import static java.nio.charset.StandardCharsets.US_ASCII;

import java.nio.ByteBuffer;
import java.time.Duration;
import java.util.Optional;
import org.kennelcache.spi.StoredRecord;

/**
 * Who holds a lease, and until when. The server would drop it a second or two after that.
 *
 * @param end in milliseconds since the epoch
 * @param token who
 */
record LeaseItem(long end, String token) {

    /** Held by nobody. */
    static final LeaseItem OVER = new LeaseItem(0, "");

    private static final int TOKEN_OFFSET = Long.BYTES;

    /** One that begins now. */
    static LeaseItem of(String token, long now, Duration lease) {
        return new LeaseItem(now + lease.toMillis(), token);
    }

    /** What an item holds; one that is too short is somebody else's and is over. */
    static LeaseItem read(StoredRecord record) {
        byte[] bytes = record.bytes();
        return bytes.length < TOKEN_OFFSET
                ? OVER
                : new LeaseItem(
                        ByteBuffer.wrap(bytes).getLong(),
                        new String(bytes, TOKEN_OFFSET, bytes.length - TOKEN_OFFSET, US_ASCII));
    }

    boolean isHeld(long now) {
        return now < end;
    }

    boolean isHeldBy(String somebody, long now) {
        return isHeld(now) && token.equals(somebody);
    }

    /** What is stored. */
    StoredRecord.Draft draft(Duration timeToLive) {
        byte[] holder = token.getBytes(US_ASCII);
        byte[] bytes = ByteBuffer.allocate(TOKEN_OFFSET + holder.length)
                .putLong(end)
                .put(holder)
                .array();
        return new StoredRecord.Draft(bytes, Optional.of(timeToLive));
    }
}
