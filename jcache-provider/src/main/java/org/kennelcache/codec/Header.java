package org.kennelcache.codec;

import static org.kennelcache.spi.StoredRecord.VERSION_LENGTH;
import static org.kennelcache.spi.StoredRecord.VERSION_OFFSET;

import java.lang.invoke.MethodHandles;
import java.lang.invoke.VarHandle;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.util.Arrays;
import org.jspecify.annotations.Nullable;

/**
 * What stands before the payload of a record, see {@link RecordCodec}: a view of its bytes, since most of it is not
 * looked at when a value is read. Two headers are equal if they say the same of an entry, however its payload is
 * stored.
 */
final class Header {

    static final short MAGIC = (short) 0x9B4B;
    static final byte FORMAT = 1;
    static final int COMPRESSION_BITS = 0b11;

    /** How long a header without a key id is. */
    static final int SHORTEST = 46;

    private static final VarHandle LONGS = MethodHandles.byteArrayViewVarHandle(long[].class, ByteOrder.BIG_ENDIAN);

    private static final int FLAGS = 3;
    private static final int CREATED = VERSION_OFFSET + VERSION_LENGTH;
    private static final int SOFT_DEADLINE = CREATED + Long.BYTES;
    private static final int DEADLINE = SOFT_DEADLINE + Long.BYTES;
    private static final int CODEC_ID = DEADLINE + Long.BYTES;
    private static final int KEY_ID_LENGTH = CODEC_ID + 1;
    private static final int LONGEST_KEY_ID = 0xFF;

    private final byte[] bytes;

    /** @param bytes start with a header; nobody changes them */
    private Header(byte[] bytes) {
        this.bytes = bytes;
    }

    /** The header of an entry whose payload is neither compressed nor sealed. */
    static Header of(Bytes version, Times times, int codecId) {
        ByteBuffer out =
                ByteBuffer.allocate(SHORTEST).putShort(MAGIC).put(FORMAT).put((byte) 0);
        version.write(out);
        out.putLong(times.created()).putLong(times.softDeadline()).putLong(times.deadline());
        return new Header(out.put((byte) codecId).put((byte) 0).array());
    }

    /** The header of a record that has at least {@link #SHORTEST} bytes. */
    static Header read(byte[] bytes) throws RejectedException {
        Header header = new Header(bytes);
        if (bytes.length < header.length()) {
            throw new RejectedException(Rejection.Reason.DAMAGED, "ends within its header");
        }
        return header;
    }

    /** The same for a payload that is not sealed. */
    Header clear(int compression) {
        if (compression() == compression && length() == SHORTEST) {
            return this;
        }
        byte[] changed = Arrays.copyOf(bytes, SHORTEST);
        changed[FLAGS] = (byte) compression;
        changed[KEY_ID_LENGTH] = 0;
        return new Header(changed);
    }

    /**
     * The same for a payload that a key has sealed.
     *
     * @throws IllegalArgumentException if the key id is empty, as that says "not sealed", or does not fit into its
     *     place
     */
    Header sealedBy(byte[] sealingKeyId) {
        if (sealingKeyId.length == 0 || sealingKeyId.length > LONGEST_KEY_ID) {
            throw new IllegalArgumentException(
                    "sealingKeyId: " + sealingKeyId.length + " bytes; allowed: 1 to " + LONGEST_KEY_ID);
        }
        byte[] changed = Arrays.copyOf(bytes, SHORTEST + sealingKeyId.length);
        changed[KEY_ID_LENGTH] = (byte) sealingKeyId.length;
        System.arraycopy(sealingKeyId, 0, changed, SHORTEST, sealingKeyId.length);
        return new Header(changed);
    }

    int length() {
        return SHORTEST + Byte.toUnsignedInt(bytes[KEY_ID_LENGTH]);
    }

    void write(ByteBuffer out) {
        out.put(bytes, 0, length());
    }

    /** How the payload was compressed, see {@link Compression}. */
    int compression() {
        return bytes[FLAGS];
    }

    /** The record version. */
    Bytes version() {
        return Bytes.of(bytes, VERSION_OFFSET, VERSION_LENGTH);
    }

    /** When it was stored and when it ends. */
    Times times() {
        return new Times(longAt(CREATED), longAt(SOFT_DEADLINE), longAt(DEADLINE));
    }

    private long longAt(int offset) {
        return (long) LONGS.get(bytes, offset);
    }

    /** How the value is written. */
    int codecId() {
        return Byte.toUnsignedInt(bytes[CODEC_ID]);
    }

    boolean isSealed() {
        return length() > SHORTEST;
    }

    /** The key that sealed the payload; empty: it is not sealed. */
    Bytes keyId() {
        return Bytes.of(bytes, SHORTEST, length() - SHORTEST);
    }

    @Override
    public boolean equals(@Nullable Object other) {
        return other instanceof Header that
                && Arrays.equals(bytes, VERSION_OFFSET, KEY_ID_LENGTH, that.bytes, VERSION_OFFSET, KEY_ID_LENGTH);
    }

    @Override
    public int hashCode() {
        return version().hashCode();
    }
}
