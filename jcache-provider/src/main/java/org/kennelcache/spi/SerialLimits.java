package org.kennelcache.spi;

/**
 * How much may be made out of the bytes of one record.
 *
 * @param maxBytes the longest record, in bytes
 * @param maxDepth how deeply objects may be nested
 * @param maxReferences how many objects there may be
 */
public record SerialLimits(int maxBytes, int maxDepth, long maxReferences) {

    /** 64 MiB, 1,000 levels, ten million objects. */
    public static final SerialLimits DEFAULT = new SerialLimits(64 << 20, 1_000, 10_000_000);

    /**
     * Checks the limits.
     *
     * @param maxBytes at least 1
     * @param maxDepth at least 1
     * @param maxReferences at least 1
     * @throws IllegalArgumentException if any of them is not positive
     */
    public SerialLimits {
        if (maxBytes < 1 || maxDepth < 1 || maxReferences < 1) {
            throw new IllegalArgumentException("maxBytes is " + maxBytes + ", maxDepth " + maxDepth + ", maxReferences "
                    + maxReferences + "; each must be at least 1");
        }
    }
}
