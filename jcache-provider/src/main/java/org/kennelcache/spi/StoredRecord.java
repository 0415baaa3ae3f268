package org.kennelcache.spi;

import java.time.Duration;
import java.util.Optional;

/**
 * A record as it was read.
 *
 * @param bytes the envelope, or whatever else was there; not copied, not to be changed
 * @param version for a conditional write or removal
 */
@SuppressWarnings("ArrayRecordComponent") // a carrier that nobody compares
public record StoredRecord(byte[] bytes, Version version) {

    /** Where in every envelope its version begins. */
    public static final int VERSION_OFFSET = 4;

    /** How long the version in an envelope is, in bytes: 128 bits that no other record has. */
    public static final int VERSION_LENGTH = 16;

    /**
     * A record to be stored.
     *
     * @param bytes the envelope; it carries a new version of its own at {@link #VERSION_OFFSET}; not to be changed
     * @param timeToLive after how long the store may drop the record, at least a millisecond; empty: never. Garbage
     *     collection only: the envelope's own deadline decides what is visible
     */
    public record Draft(byte[] bytes, Optional<Duration> timeToLive) {}
}
