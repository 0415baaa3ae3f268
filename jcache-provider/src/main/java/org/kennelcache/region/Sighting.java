package org.kennelcache.region;

import org.jspecify.annotations.Nullable;
import org.kennelcache.dogpile.StalePolicy;
import org.kennelcache.store.Prior;

/**
 * What a call makes of what it has read.
 *
 * @param prior what was read
 * @param freshness what that is to the call
 * @param stalePolicy who may be given it if it is stale
 */
record Sighting<V>(Prior<V> prior, Freshness freshness, StalePolicy stalePolicy) {

    /** How good a value is. */
    enum Freshness {
        /** Good. */
        FRESH,
        /** Good, but this caller should renew it, if nobody does so already. */
        DUE,
        /** Past its age. */
        STALE,
        /** Not there. */
        ABSENT
    }

    boolean isFresh() {
        return freshness == Freshness.FRESH || freshness == Freshness.DUE;
    }

    /** The value to give to a caller that doesn't wait for a better one; null if it has to wait. */
    @Nullable
    V servable() {
        return isFresh() || (freshness == Freshness.STALE && stalePolicy != StalePolicy.NEVER) ? prior.value() : null;
    }

    /** The value to give to a caller that failed to make a better one; null if it gets the failure. */
    @Nullable
    V fallback() {
        return isFresh() || stalePolicy == StalePolicy.ON_ERROR ? prior.value() : null;
    }
}
