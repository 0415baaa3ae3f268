package org.kennelcache.store;

import java.util.Map;
import java.util.Optional;
import org.kennelcache.codec.StoredNames;
import org.kennelcache.spi.Backend;
import org.kennelcache.spi.BackendException;
import org.kennelcache.spi.StoreMonitor;

/** What the counters of one cache say, and its servers. */
public final class RemoteMonitor implements StoreMonitor {

    private final Backend backend;
    private final HealthCheck health;
    private final StoreCounters counters;

    /** A monitor of one cache. */
    public RemoteMonitor(RemoteSettings remote) {
        backend = remote.backend();
        boolean isHidden = remote.encryption() != null && remote.encryption().hidesCacheName();
        health =
                new HealthCheck(backend, StoredNames.prefix(remote.configPrefix(), isHidden ? "" : remote.cacheName()));
        counters = remote.counters();
    }

    @Override
    public long retries() {
        return counters.retries();
    }

    @Override
    public Map<String, Long> undecodable() {
        return counters.rejections();
    }

    @Override
    public Map<String, Calls> calls() {
        return counters.calls();
    }

    @Override
    public long droppedWrites() {
        return counters.dropped();
    }

    @Override
    public int pendingRemovals() {
        return counters.pendingRemovals();
    }

    @Override
    public Optional<BreakerState> breaker() {
        return backend.capability(Breaker.class).map(Breaker::state);
    }

    @Override
    public Optional<BackendException> failure() {
        try {
            health.run();
            return Optional.empty();
        } catch (BackendException e) {
            return Optional.of(e);
        }
    }
}
