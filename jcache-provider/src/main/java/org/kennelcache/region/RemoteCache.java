package org.kennelcache.region;

import java.time.Duration;
import org.jspecify.annotations.Nullable;

/**
 * What {@link Backends} has to know of a cache.
 *
 * @param configPrefix what tells applications on one server apart; may be empty
 * @param cacheName the name of the cache
 * @param wire how its entries become bytes
 * @param encryption how they are sealed; null: they are stored in the clear
 * @param outages what happens while servers are out of reach
 * @param decorators what is put around the backend
 * @param backendExpiration the option {@code backend_expiration_time}; null: unset
 */
public record RemoteCache(
        String configPrefix,
        String cacheName,
        Wire wire,
        @Nullable Encryption encryption,
        Outages outages,
        Decorators decorators,
        @Nullable Duration backendExpiration) {}
