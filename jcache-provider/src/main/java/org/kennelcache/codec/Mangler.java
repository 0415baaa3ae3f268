package org.kennelcache.codec;

/**
 * Turns what identifies an entry into a name of fixed length that says nothing about it.
 *
 * <p>Guarantees: always the same result for the same input; no two inputs are ever met that have the same result; safe
 * for many threads.
 */
@FunctionalInterface
public interface Mangler {

    /**
     * Mangles an input.
     *
     * @return at most 32 bytes, always the same number
     */
    byte[] mangle(byte[] input);

    /** SHA-256. */
    static Mangler sha256() {
        return new Sha256Mangler();
    }
}
