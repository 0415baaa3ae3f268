package org.kennelcache.store;

import java.util.List;
import org.kennelcache.spi.Backend;

/**
 * Where the entries of a cache on a backend are. Whoever agrees in servers, prefix and name shares them, and has to agree in
 * the serializer.
 *
 * @param backend the servers
 * @param configPrefix what tells applications on one server apart; may be empty
 * @param cacheName the name of the cache
 * @param serializer the option {@code serializer}
 * @param serialFilter the option {@code serial_filter}
 * @param timeToLive how long the backend keeps records
 * @param counters count what happens
 */
public record RemoteSettings(
        Backend backend,
        String configPrefix,
        String cacheName,
        String serializer,
        List<String> serialFilter,
        TimeToLive timeToLive,
        StoreCounters counters) {

    /** Copies the list. */
    public RemoteSettings {
        serialFilter = List.copyOf(serialFilter);
    }
}
