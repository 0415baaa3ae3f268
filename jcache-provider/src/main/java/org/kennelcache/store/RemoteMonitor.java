package org.kennelcache.store;

import java.util.Map;
import java.util.Optional;
import org.kennelcache.codec.StoredNames;
import org.kennelcache.spi.Backend;
import org.kennelcache.spi.BackendException;
import org.kennelcache.spi.MutexProvider;
import org.kennelcache.spi.StoreMonitor;

/** What the counters of one cache say, and its servers. */
public final class RemoteMonitor implements StoreMonitor {

    /** Shorter than what stands for a key, so that no entry ever has it. */
    private static final String NOBODYS = "health";

    private final Backend backend;
    private final String asked;
    private final StoreCounters counters;

    /** A monitor of one cache. */
    public RemoteMonitor(RemoteSettings remote) {
        backend = remote.backend();
        boolean isHidden = remote.encryption() != null && remote.encryption().hidesCacheName();
        asked = StoredNames.prefix(remote.configPrefix(), isHidden ? "" : remote.cacheName()) + NOBODYS;
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
            Optional<MutexProvider> mutexes = backend.capability(MutexProvider.class);
            if (mutexes.isPresent()) {
                mutexes.get().mutex(asked).isLocked(); // which nobody answers for a server that is left out
            } else {
                backend.get(asked);
            }
            return Optional.empty();
        } catch (BackendException e) {
            return Optional.of(e);
        }
    }
}
