package org.kennelcache.codec;

import java.nio.ByteBuffer;
import org.kennelcache.codec.Rejection.Reason;

/**
 * A record as its two parts; see {@link RecordCodec}.
 *
 * @param header what stands before the payload
 * @param payload what may be compressed, and sealed after that
 */
record Frame(Header header, Bytes payload) {

    /** The shortest record there can be: with an empty key and an empty value. */
    static final int SHORTEST = Header.SHORTEST + Integer.BYTES + Integer.BYTES;

    byte[] toBytes() {
        ByteBuffer out = ByteBuffer.allocate(header.length() + Integer.BYTES + payload.length());
        header.write(out);
        out.putInt(payload.length());
        payload.write(out);
        return out.array();
    }

    /** The parts of a record; the bytes are not copied. */
    static Frame of(byte[] bytes) throws RejectedException {
        if (bytes.length < Short.BYTES || ByteBuffer.wrap(bytes).getShort() != Header.MAGIC) {
            throw new RejectedException(Reason.FOREIGN, "does not start as a record does");
        }
        if (bytes.length < SHORTEST) {
            throw new RejectedException(Reason.DAMAGED, bytes.length + " bytes; a record has at least " + SHORTEST);
        }
        if (bytes[2] != Header.FORMAT || (bytes[3] & ~Header.COMPRESSION_BITS) != 0) {
            throw new RejectedException(
                    Reason.UNKNOWN_FORMAT,
                    "format version " + bytes[2] + " with flags " + bytes[3] + "; known is " + Header.FORMAT
                            + " with flags 0 to " + Header.COMPRESSION_BITS);
        }
        Header header = Header.read(bytes);
        int payloadOffset = header.length() + Integer.BYTES;
        if (bytes.length < payloadOffset) {
            throw new RejectedException(Reason.DAMAGED, "ends within its header");
        }
        int announced = ByteBuffer.wrap(bytes).getInt(header.length());
        int present = bytes.length - payloadOffset;
        if (announced != present) {
            throw new RejectedException(
                    Reason.DAMAGED, "a payload of " + announced + " bytes is announced, it has " + present);
        }
        return new Frame(header, Bytes.of(bytes, payloadOffset, present));
    }
}
