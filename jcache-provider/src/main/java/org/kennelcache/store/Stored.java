package org.kennelcache.store;

import org.jspecify.annotations.Nullable;
import org.kennelcache.codec.Envelope;
import org.kennelcache.spi.Version;

/**
 * What a record store knows of a record that it has read: the version in a {@link Prior}.
 *
 * @param version the backend's
 * @param envelope the record; null if it was rejected
 */
record Stored(Version version, @Nullable Envelope envelope) {

    /** The record that an operation saw; null if there was none. */
    static @Nullable Stored of(Prior<?> prior) {
        return (Stored) prior.version();
    }

    /** What has to be there for a decision on {@code prior} to hold. */
    static Version expectedBy(Prior<?> prior) {
        Stored stored = of(prior);
        return stored == null ? Version.ABSENT : stored.version();
    }
}
