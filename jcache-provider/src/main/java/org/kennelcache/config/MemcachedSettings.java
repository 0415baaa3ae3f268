package org.kennelcache.config;

import java.time.Duration;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * Entries are kept on a ring of memcached servers.
 *
 * @param servers the servers of the ring
 * @param connection how to talk to them; user name and password are null unless SASL is enabled
 * @param retry how calls that failed are tried again; null: they are not
 * @param failures how often a server may fail before it is left out, and the time between two attempts on it
 * @param deadRetry how long a server that was left out is not tried ({@code memcache_dead_retry})
 * @param deadTimeout after this it is put back into the ring ({@code hashclient_dead_timeout})
 */
public record MemcachedSettings(
        List<WeightedServer> servers,
        ConnectionSettings connection,
        @Nullable RetrySettings retry,
        RetrySettings failures,
        Duration deadRetry,
        Duration deadTimeout)
        implements BackendSettings {

    /** Copies the list. */
    public MemcachedSettings {
        servers = List.copyOf(servers);
    }

    @Override
    public BackendKind kind() {
        return BackendKind.MEMCACHED;
    }
}
