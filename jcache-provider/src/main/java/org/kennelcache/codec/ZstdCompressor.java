package org.kennelcache.codec;

import com.github.luben.zstd.Zstd;
import com.github.luben.zstd.ZstdException;

/** Zstandard frames of level {@value #LEVEL}. */
final class ZstdCompressor implements Compressor {

    static final int ID = 2;

    private static final int LEVEL = 3;

    @Override
    public int id() {
        return ID;
    }

    @Override
    public byte[] compress(byte[] plain) {
        return Zstd.compress(plain, LEVEL);
    }

    @Override
    public boolean decompress(Bytes packed, byte[] plain) {
        try {
            long length =
                    Zstd.decompressByteArray(plain, 0, plain.length, packed.array(), packed.offset(), packed.length());
            return length == plain.length;
        } catch (ZstdException e) {
            return false;
        }
    }
}
