package org.kennelcache.codec;

import java.nio.ByteBuffer;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.kennelcache.codec.Rejection.Reason;
import org.kennelcache.spi.SerializationException;

/**
 * The options {@code compression} and {@code decompression_limit}. A compressed payload is the 4-byte length of the
 * plain one and what the compressor made of it; a header says 0 for plain, 1 for LZ4 and 2 for Zstandard.
 *
 * <p>Read are plain payloads and those of the configured compressor, never more than the limit.
 */
final class Compression {

    /** Payloads that are shorter are stored as they are, in bytes. */
    static final int SHORTEST = 128;

    private static final int PLAIN = 0;
    private static final Map<String, String> ARTIFACTS =
            Map.of("lz4", "at.yawk.lz4:lz4-java", "zstd", "com.github.luben:zstd-jni");

    private final String name;
    private final @Nullable Compressor compressor;
    private final int limit;

    private Compression(String name, @Nullable Compressor compressor, int limit) {
        this.name = name;
        this.compressor = compressor;
        this.limit = limit;
    }

    /**
     * The compression of a cache.
     *
     * @param name {@code none}, {@code lz4} or {@code zstd}
     * @param limit the longest plain payload that is made out of a compressed one, in bytes
     * @throws IllegalArgumentException if there is none of this name, or its library is missing
     */
    static Compression of(String name, int limit) {
        try {
            return new Compression(name, compressor(name), limit);
        } catch (LinkageError e) {
            throw new IllegalArgumentException(
                    "compression: '" + name + "' needs the artifact " + ARTIFACTS.get(name)
                            + "; add it to the application",
                    e);
        }
    }

    private static @Nullable Compressor compressor(String name) {
        return switch (name) {
            case "none" -> null;
            case "lz4" -> tried(new Lz4Compressor());
            case "zstd" -> tried(new ZstdCompressor());
            default ->
                throw new IllegalArgumentException("compression: '" + name + "' is none; allowed are none, lz4, zstd");
        };
    }

    /** The same one, after it has shown that its library is complete. */
    private static Compressor tried(Compressor compressor) {
        compressor.compress(new byte[0]);
        return compressor;
    }

    /**
     * The record of an entry, not sealed.
     *
     * @throws SerializationException if it would be longer than the limit when it is read
     */
    Frame pack(Envelope entry) {
        Bytes plain = Payload.of(entry);
        if (compressor == null || plain.length() < SHORTEST) {
            return new Frame(entry.header().clear(PLAIN), plain);
        }
        if (plain.length() > limit) {
            throw new SerializationException("key and value have " + plain.length()
                    + " bytes; decompression_limit allows " + limit + " with compression = " + name);
        }
        byte[] packed = compressor.compress(plain.array());
        return packed.length + Integer.BYTES >= plain.length()
                ? new Frame(entry.header().clear(PLAIN), plain)
                : new Frame(entry.header().clear(compressor.id()), withLength(plain.length(), packed));
    }

    private static Bytes withLength(int length, byte[] packed) {
        return Bytes.of(ByteBuffer.allocate(Integer.BYTES + packed.length)
                .putInt(length)
                .put(packed)
                .array());
    }

    /** The plain payload of an opened record. */
    Bytes unpack(Header header, Bytes payload) throws RejectedException {
        if (header.compression() == PLAIN) {
            return payload;
        }
        if (compressor == null || header.compression() != compressor.id()) {
            throw new RejectedException(
                    Reason.UNREADABLE,
                    "the record is compressed in the way " + header.compression() + "; this cache has compression = "
                            + name);
        }
        if (payload.length() < Integer.BYTES) {
            throw new RejectedException(Reason.DAMAGED, "ends within the length of its compressed payload");
        }
        int length = ByteBuffer.wrap(payload.array()).getInt(payload.offset());
        if (length < 0 || length > limit) {
            throw new RejectedException(
                    Reason.TOO_LARGE, length + " bytes when decompressed; decompression_limit allows " + limit);
        }
        byte[] plain = new byte[length];
        int packedLength = payload.length() - Integer.BYTES;
        if (!compressor.decompress(Bytes.of(payload.array(), payload.offset() + Integer.BYTES, packedLength), plain)) {
            throw new RejectedException(Reason.DAMAGED, "does not decompress to the announced " + length + " bytes");
        }
        return Bytes.of(plain);
    }
}
