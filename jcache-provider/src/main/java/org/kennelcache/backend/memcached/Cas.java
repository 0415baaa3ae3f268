package org.kennelcache.backend.memcached;

import org.kennelcache.spi.Version;

/**
 * The server's own token of a state of an item. A server counts anew when it is restarted, so a token holds for one
 * connection only; and what was cleared since is no longer in that state, though the token says so.
 *
 * @param token never 0
 * @param generation that the record is of, or {@link Generations#NONE}
 * @param connection over which it was read
 */
record Cas(long token, long generation, Connection connection) {

    /** Matches whatever there is. */
    static final long ANY = 0;

    /** @throws IllegalArgumentException if the version is not one that this backend gave */
    static Cas from(Version.Token version) {
        if (version.value() instanceof Cas cas) {
            return cas;
        }
        throw new IllegalArgumentException(
                "version: a " + version.value().getClass().getName() + ", must be one that this backend gave");
    }

    /** Whether it may still be compared with what the server has. */
    boolean holdsOn(Connection now) {
        return connection == now;
    }
}
