package org.kennelcache.codec;

/** One way to compress. Safe for many threads. */
interface Compressor {

    /** What headers say of payloads that were compressed like this; never changes. */
    int id();

    /** The bytes in fewer, if they can be. */
    byte[] compress(byte[] plain);

    /**
     * Fills {@code plain} with what was compressed.
     *
     * @return whether {@code packed} stood for exactly so many bytes
     */
    boolean decompress(Bytes packed, byte[] plain);
}
