package org.kennelcache.codec;

import java.nio.ByteBuffer;
import org.kennelcache.spi.StoredRecord;

/**
 * What stands before the payload of a record; see {@link RecordCodec}.
 *
 * @param compression how the payload was compressed, see {@link Compression}
 * @param version the record version
 * @param times when it was stored and when it ends
 * @param codecId how the value is written
 * @param keyId the key that sealed the payload; empty: not sealed
 */
record Header(int compression, Bytes version, Times times, int codecId, Bytes keyId) {

    static final short MAGIC = (short) 0x9B4B;
    static final byte FORMAT = 1;
    static final int COMPRESSION_BITS = 0b11;

    /** How long a header without a key id is. */
    static final int SHORTEST = 46;

    static Header clear(int compression, Envelope entry) {
        return new Header(compression, entry.version(), entry.times(), entry.codecId(), Bytes.EMPTY);
    }

    Header sealedBy(byte[] sealingKeyId) {
        return new Header(compression, version, times, codecId, Bytes.of(sealingKeyId));
    }

    int length() {
        return SHORTEST + keyId.length();
    }

    void write(ByteBuffer out) {
        out.putShort(MAGIC).put(FORMAT).put((byte) compression);
        version.write(out);
        out.putLong(times.created());
        out.putLong(times.softDeadline());
        out.putLong(times.deadline());
        out.put((byte) codecId);
        out.put((byte) keyId.length());
        keyId.write(out);
    }

    /** The header of a record that has at least {@link #SHORTEST} bytes. */
    static Header read(byte[] bytes) throws RejectedException {
        ByteBuffer in = ByteBuffer.wrap(bytes);
        in.position(StoredRecord.VERSION_OFFSET + StoredRecord.VERSION_LENGTH);
        Times times = new Times(in.getLong(), in.getLong(), in.getLong());
        int codecId = Byte.toUnsignedInt(in.get());
        int keyIdLength = Byte.toUnsignedInt(in.get());
        if (in.remaining() < keyIdLength) {
            throw new RejectedException(Rejection.Reason.DAMAGED, "ends within its header");
        }
        return new Header(
                bytes[3],
                Bytes.of(bytes, StoredRecord.VERSION_OFFSET, StoredRecord.VERSION_LENGTH),
                times,
                codecId,
                Bytes.of(bytes, SHORTEST, keyIdLength));
    }
}
