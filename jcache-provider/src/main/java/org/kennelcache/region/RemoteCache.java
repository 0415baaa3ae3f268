package org.kennelcache.region;

import java.time.Duration;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * What {@link Backends} has to know of a cache.
 *
 * @param configPrefix what tells applications on one server apart; may be empty
 * @param cacheName the name of the cache
 * @param serializer the option {@code serializer}
 * @param serialFilter the option {@code serial_filter}
 * @param decorators what is put around the backend
 * @param backendExpiration the option {@code backend_expiration_time}; null: unset
 */
public record RemoteCache(
        String configPrefix,
        String cacheName,
        String serializer,
        List<String> serialFilter,
        Decorators decorators,
        @Nullable Duration backendExpiration) {

    /** Copies the list. */
    public RemoteCache {
        serialFilter = List.copyOf(serialFilter);
    }
}
