package org.kennelcache.store;

import org.jspecify.annotations.Nullable;
import org.kennelcache.codec.Decoded;
import org.kennelcache.codec.Envelope;
import org.kennelcache.codec.Rejection;
import org.kennelcache.spi.Version;

/**
 * What a record store knows of a record that it has read: the version in a {@link Prior}.
 *
 * @param version the backend's
 * @param record the record, or why it is none; null: it counts as absent
 */
record Stored(Version version, @Nullable Decoded record) {

    /** The record that an operation saw; null if there was none. */
    static @Nullable Stored of(Prior<?> prior) {
        return (Stored) prior.version();
    }

    /** What has to be there for a decision on {@code prior} to hold. */
    static Version expectedBy(Prior<?> prior) {
        Stored stored = of(prior);
        return stored == null ? Version.ABSENT : stored.version();
    }

    /** The entry that an operation saw; null if there was none. */
    static @Nullable Envelope entryOf(Prior<?> prior) {
        Stored stored = of(prior);
        return stored != null && stored.record() instanceof Envelope envelope ? envelope : null;
    }

    /** Why an operation saw no entry though there was a record; null if that is not so. */
    static @Nullable Rejection rejectionOf(Prior<?> prior) {
        Stored stored = of(prior);
        return stored != null && stored.record() instanceof Rejection rejection ? rejection : null;
    }
}
