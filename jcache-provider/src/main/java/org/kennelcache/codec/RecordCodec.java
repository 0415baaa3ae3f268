package org.kennelcache.codec;

import org.kennelcache.codec.Rejection.Reason;
import org.kennelcache.spi.SerializationException;

/**
 * The envelope: an entry as the bytes that are stored. Numbers are big-endian, times are milliseconds since the epoch.
 *
 * <table>
 * <caption>Format version 1</caption>
 * <tr><th>offset</th><th>length</th><th>content</th></tr>
 * <tr><td>0</td><td>2</td><td>magic: {@code 9B 4B}</td></tr>
 * <tr><td>2</td><td>1</td><td>format version: 1</td></tr>
 * <tr><td>3</td><td>1</td><td>flags: in the lower two bits, how the payload is compressed; a set bit that a reader does
 * not know makes the record unreadable to it</td></tr>
 * <tr><td>4</td><td>16</td><td>record version: new with every write, random or counted on from a random one</td></tr>
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
 * <p>The payload may be compressed, which changes it as {@link Compression} says, and sealed after that, which changes
 * it as {@link KeyedSeal} says. Reading goes the other way, and each step only when the one before has succeeded: size
 * limit, seal, decompression with its limit. Nothing of the payload is interpreted before its seal has been verified.
 *
 * <p>Guarantees: any bytes whatsoever decode to an {@link Envelope} or to a {@link Rejection}, never to an exception,
 * with no more memory than a few small objects and, if it was sealed or compressed, the payload; an envelope decodes to
 * what was encoded; bytes that decode to an envelope without a seal or compression are those that encoding it gives.
 * Safe for many threads.
 */
public final class RecordCodec {

    private final int maxBytes;
    private final Compression compression;
    private final Seal seal;

    /**
     * A codec for records up to a size.
     *
     * @param maxBytes the longest record that is looked at or written, in bytes
     * @param compression makes payloads smaller
     * @param seal seals them
     */
    RecordCodec(int maxBytes, Compression compression, Seal seal) {
        this.maxBytes = maxBytes;
        this.compression = compression;
        this.seal = seal;
    }

    /**
     * The bytes of an entry.
     *
     * @param name the name under which they will be stored
     * @throws SerializationException if the record would be longer than a limit
     */
    public byte[] encode(String name, Envelope entry) {
        requireShort(
                (long) Frame.SHORTEST + entry.key().length() + entry.value().length());
        byte[] bytes = seal.seal(compression.pack(entry), name).toBytes();
        requireShort(bytes.length);
        return bytes;
    }

    private void requireShort(long length) {
        if (length > maxBytes) {
            throw new SerializationException(
                    "the record would be " + length + " bytes long; at most " + maxBytes + " are allowed");
        }
    }

    /**
     * The entry that some bytes stand for, or why they stand for none. The bytes are not copied.
     *
     * @param name the name under which they are stored
     */
    public Decoded decode(String name, byte[] bytes) {
        if (bytes.length > maxBytes) {
            return new Rejection(Reason.TOO_LARGE, bytes.length + " bytes; at most " + maxBytes + " are read");
        }
        try {
            Frame frame = Frame.of(bytes);
            Bytes opened = seal.open(frame, name);
            return Payload.entry(frame.header(), compression.unpack(frame.header(), opened));
        } catch (RejectedException e) {
            return e.rejection();
        }
    }
}
