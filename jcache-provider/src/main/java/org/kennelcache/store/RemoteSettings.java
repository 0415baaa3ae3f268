package org.kennelcache.store;

import java.util.List;
import org.jspecify.annotations.Nullable;
import org.kennelcache.spi.Backend;
import org.kennelcache.spi.Keyring;

/**
 * Where the entries of a cache on a backend are. Whoever agrees in servers, prefix and name shares them, and has to
 * agree in the serializer.
 *
 * @param backend the servers
 * @param configPrefix what tells applications on one server apart; may be empty
 * @param cacheName the name of the cache
 * @param serializer the option {@code serializer}
 * @param serialFilter the option {@code serial_filter}
 * @param compression the option {@code compression}
 * @param decompressionLimit the option {@code decompression_limit}, in bytes
 * @param raisesUndecodable whether the option {@code on_undecodable} is {@code raise}
 * @param forgivesOutages whether the option {@code on_backend_error} is {@code miss}
 * @param encryption how records are sealed; null: they are stored in the clear
 * @param timeToLive how long the backend keeps records
 * @param counters count what happens
 */
public record RemoteSettings(
        Backend backend,
        String configPrefix,
        String cacheName,
        String serializer,
        List<String> serialFilter,
        String compression,
        int decompressionLimit,
        boolean raisesUndecodable,
        boolean forgivesOutages,
        @Nullable Encryption encryption,
        TimeToLive timeToLive,
        StoreCounters counters) {

    /** Copies the list. */
    public RemoteSettings {
        serialFilter = List.copyOf(serialFilter);
    }

    /**
     * How records are sealed.
     *
     * @param keyring the keys
     * @param hidesCacheName the option {@code encryption_hide_cache_names}
     * @param cleartext where records are that were stored in the clear and are to be taken over, as the option
     *     {@code encryption_accept_cleartext} says; null: there are none
     */
    public record Encryption(
            Keyring keyring,
            boolean hidesCacheName,
            @Nullable Backend cleartext) {}
}
