package org.kennelcache.codec;

import java.nio.ByteBuffer;
import org.kennelcache.codec.Rejection.Reason;
import org.kennelcache.spi.SerializationException;
import org.kennelcache.spi.StoredRecord;

/**
 * The envelope: an entry as the bytes that are stored. Numbers are big-endian, times are milliseconds since the epoch.
 *
 * <table>
 * <caption>Format version 1</caption>
 * <tr><th>offset</th><th>length</th><th>content</th></tr>
 * <tr><td>0</td><td>2</td><td>magic: {@code 9B 4B}</td></tr>
 * <tr><td>2</td><td>1</td><td>format version: 1</td></tr>
 * <tr><td>3</td><td>1</td><td>flags: 0; a set bit that a reader does not know makes the record unreadable to it</td></tr>
 * <tr><td>4</td><td>16</td><td>record version: random, new with every write</td></tr>
 * <tr><td>20</td><td>8</td><td>created: when the value was stored</td></tr>
 * <tr><td>28</td><td>8</td><td>soft deadline: when the value becomes stale; 2<sup>63</sup>-1: never</td></tr>
 * <tr><td>36</td><td>8</td><td>deadline: when the entry ends; 2<sup>63</sup>-1: never</td></tr>
 * <tr><td>44</td><td>1</td><td>codec id: how the value is written, see {@link ValueCodec}</td></tr>
 * <tr><td>45</td><td>1</td><td><i>k</i>: length of the key id</td></tr>
 * <tr><td>46</td><td><i>k</i></td><td>key id: which key sealed the payload; none: it is not sealed</td></tr>
 * <tr><td>46 + <i>k</i></td><td>4</td><td><i>p</i>: length of the payload, which is all the rest</td></tr>
 * <tr><td>50 + <i>k</i></td><td>4</td><td>payload: <i>n</i>, length of the key</td></tr>
 * <tr><td>54 + <i>k</i></td><td><i>n</i></td><td>payload: the key, see {@link KeyCodec}</td></tr>
 * <tr><td>54 + <i>k</i> + <i>n</i></td><td><i>p</i> - 4 - <i>n</i></td><td>payload: the value</td></tr>
 * </table>
 *
 * <p>What stands before the payload is what a seal has to cover as associated data, together with the name of the cache
 * and the name under which the record is stored.
 *
 * <p>Guarantees: any bytes whatsoever decode to an {@link Envelope} or to a {@link Rejection}, never to an exception, with
 * no more memory than a few small objects; an envelope decodes to what was encoded; bytes that decode to an envelope are
 * those that encoding it gives.
 */
public final class RecordCodec {

    private static final short MAGIC = (short) 0x9B4B;
    private static final byte FORMAT = 1;
    private static final byte NO_FLAGS = 0;
    private static final int KEY_ID_OFFSET = 46;
    private static final int SHORTEST = KEY_ID_OFFSET + Integer.BYTES + Integer.BYTES;

    private final int maxBytes;

    /**
     * A codec for records up to a size.
     *
     * @param maxBytes the longest record that is looked at or written, in bytes
     */
    public RecordCodec(int maxBytes) {
        this.maxBytes = maxBytes;
    }

    /**
     * The bytes of an entry.
     *
     * @throws SerializationException if the record would be longer than the limit
     */
    public byte[] encode(Envelope entry) {
        long length = (long) SHORTEST
                + entry.keyId().length()
                + entry.key().length()
                + entry.value().length();
        if (length > maxBytes) {
            throw new SerializationException(
                    "the record would be " + length + " bytes long; at most " + maxBytes + " are allowed");
        }
        byte[] bytes = new byte[(int) length];
        ByteBuffer out = ByteBuffer.wrap(bytes);
        out.putShort(MAGIC).put(FORMAT).put(NO_FLAGS);
        put(out, entry.version());
        out.putLong(entry.times().created());
        out.putLong(entry.times().softDeadline());
        out.putLong(entry.times().deadline());
        out.put((byte) entry.codecId());
        out.put((byte) entry.keyId().length());
        put(out, entry.keyId());
        out.putInt(out.remaining() - Integer.BYTES);
        out.putInt(entry.key().length());
        put(out, entry.key());
        put(out, entry.value());
        return bytes;
    }

    private static void put(ByteBuffer out, Bytes part) {
        out.put(part.array(), part.offset(), part.length());
    }

    /** The entry that some bytes stand for, or why they stand for none. The bytes are not copied. */
    public Decoded decode(byte[] bytes) {
        if (bytes.length > maxBytes) {
            return rejected(Reason.TOO_LARGE, bytes.length + " bytes; at most " + maxBytes + " are read");
        }
        if (bytes.length < Short.BYTES || ByteBuffer.wrap(bytes).getShort() != MAGIC) {
            return rejected(Reason.FOREIGN, "does not start as a record does");
        }
        if (bytes.length < SHORTEST) {
            return rejected(Reason.DAMAGED, bytes.length + " bytes; a record has at least " + SHORTEST);
        }
        if (bytes[2] != FORMAT || bytes[3] != NO_FLAGS) {
            return rejected(
                    Reason.UNKNOWN_FORMAT,
                    "format version " + bytes[2] + " with flags " + bytes[3] + "; known is " + FORMAT
                            + " without flags");
        }
        return body(bytes);
    }

    private static Decoded body(byte[] bytes) {
        ByteBuffer in = ByteBuffer.wrap(bytes);
        in.position(StoredRecord.VERSION_OFFSET + StoredRecord.VERSION_LENGTH);
        Times times = new Times(in.getLong(), in.getLong(), in.getLong());
        int codecId = Byte.toUnsignedInt(in.get());
        int keyIdLength = Byte.toUnsignedInt(in.get());
        if (bytes.length < SHORTEST + keyIdLength) {
            return rejected(Reason.DAMAGED, "ends within its header");
        }
        in.position(KEY_ID_OFFSET + keyIdLength);
        int payloadLength = in.getInt();
        if (payloadLength != in.remaining()) {
            return rejected(
                    Reason.DAMAGED, "a payload of " + payloadLength + " bytes is announced, it has " + in.remaining());
        }
        int keyLength = in.getInt();
        if (keyLength < 0 || keyLength > in.remaining()) {
            return rejected(
                    Reason.DAMAGED, "a key of " + keyLength + " bytes is announced, there are " + in.remaining());
        }
        int keyOffset = in.position();
        int valueOffset = keyOffset + keyLength;
        return new Envelope(
                Bytes.of(bytes, StoredRecord.VERSION_OFFSET, StoredRecord.VERSION_LENGTH),
                times,
                codecId,
                Bytes.of(bytes, KEY_ID_OFFSET, keyIdLength),
                Bytes.of(bytes, keyOffset, keyLength),
                Bytes.of(bytes, valueOffset, bytes.length - valueOffset));
    }

    private static Rejection rejected(Reason reason, String message) {
        return new Rejection(reason, message);
    }
}
