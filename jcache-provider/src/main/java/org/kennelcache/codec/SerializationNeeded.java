package org.kennelcache.codec;

/**
 * Says that a graph holds something that only Java serialisation can copy.
 *
 * <p>The whole graph has to be copied that way, not just that part, as otherwise what the parts share would be doubled.
 * Caught by the copier; it has no stack trace and so costs little.
 */
final class SerializationNeeded extends RuntimeException {

    private static final long serialVersionUID = 1L;

    SerializationNeeded() {
        super("only Java serialisation can copy this", null, false, false);
    }
}
