package org.kennelcache.codec;

import net.jpountz.lz4.LZ4Exception;
import net.jpountz.lz4.LZ4Factory;

/** LZ4 blocks, in Java without {@code Unsafe}. */
final class Lz4Compressor implements Compressor {

    static final int ID = 1;

    private final LZ4Factory factory = LZ4Factory.safeInstance();

    @Override
    public int id() {
        return ID;
    }

    @Override
    public byte[] compress(byte[] plain) {
        return factory.fastCompressor().compress(plain);
    }

    @Override
    public boolean decompress(Bytes packed, byte[] plain) {
        try {
            int length = factory.safeDecompressor()
                    .decompress(packed.array(), packed.offset(), packed.length(), plain, 0, plain.length);
            return length == plain.length;
        } catch (LZ4Exception e) {
            return false;
        }
    }
}
