package org.kennelcache.codec;

/** How the keys of some classes are written: equal keys as equal bytes, unequal ones as unequal bytes. */
interface KeyForm {

    /** Stands before the bytes; never changes. */
    int tag();

    /** Whether a key is written in this form. */
    boolean fits(Object key);

    /**
     * Writes a key that fits, without the tag.
     *
     * @throws org.kennelcache.spi.SerializationException if it cannot be written
     */
    void write(Object key, KeyOutput out);

    /**
     * Reads a key, without the tag.
     *
     * @throws RuntimeException if there is none; of whatever type, the caller treats all alike
     */
    Object read(KeyInput in);
}
