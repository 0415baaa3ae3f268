package org.kennelcache.config;

import java.time.Duration;
import org.jspecify.annotations.Nullable;

/**
 * What the configuration says of one cache. What the code that creates the cache says, wins over it.
 *
 * @param cacheName name of the cache
 * @param configPrefix first part of the names of its entries in a store
 * @param backend the store
 * @param wire how entries travel to that store
 * @param expirationTime age at which entries expire, unless the cache has an ExpiryPolicy that is not the default;
 *     null: never
 * @param backendExpirationTime age at which the store drops entries, not less than {@code expirationTime}; null: not
 *     given
 * @param regeneration how values are made anew
 * @param outages what happens while the store is out of reach
 * @param statistics whether statistics are switched on, also where the code that creates the cache does not
 * @param management whether the management MXBean is switched on, also where the code does not
 */
public record CacheSettings(
        String cacheName,
        String configPrefix,
        BackendSettings backend,
        WireSettings wire,
        @Nullable Duration expirationTime,
        @Nullable Duration backendExpirationTime,
        RegenerationSettings regeneration,
        OutageSettings outages,
        boolean statistics,
        boolean management) {}
