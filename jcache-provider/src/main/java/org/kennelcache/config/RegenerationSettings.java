package org.kennelcache.config;

import org.jspecify.annotations.Nullable;
import org.kennelcache.dogpile.StalePolicy;

/**
 * How the values of a cache are made anew.
 *
 * @param locks how callers agree on who makes one
 * @param stalePolicy who is given a stale value; null: not given
 * @param earlyRefresh how early a value is renewed before it is stale: 0 for not at all, 1 for as early as a creation
 *     takes
 * @param sharedInvalidation whether an invalidation holds for all JVMs
 * @param asyncCreationRunner name of the class of the {@link java.util.concurrent.Executor} that renews stale values;
 *     null: callers do
 */
public record RegenerationSettings(
        LockSettings locks,
        @Nullable StalePolicy stalePolicy,
        double earlyRefresh,
        boolean sharedInvalidation,
        @Nullable String asyncCreationRunner) {

    /** What holds where nothing is set. */
    public static final RegenerationSettings DEFAULT =
            new RegenerationSettings(LockSettings.DEFAULT, null, 0, false, null);
}
