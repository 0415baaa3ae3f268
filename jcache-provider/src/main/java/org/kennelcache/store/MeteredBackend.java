package org.kennelcache.store;

import java.time.Duration;
import java.util.Collection;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.Consumer;
import java.util.function.LongSupplier;
import java.util.function.Supplier;
import org.kennelcache.spi.Backend;
import org.kennelcache.spi.ForwardingBackend;
import org.kennelcache.spi.Mutex;
import org.kennelcache.spi.MutexProvider;
import org.kennelcache.spi.Scannable;
import org.kennelcache.spi.StoredRecord;
import org.kennelcache.spi.Swap;
import org.kennelcache.spi.Version;
import org.kennelcache.store.StoreCounters.Call;

/**
 * Counts and times the calls of one cache to its backend, leases included; of a walk over all records, only its
 * beginning.
 */
public final class MeteredBackend extends ForwardingBackend {

    private final StoreCounters counters;
    private final LongSupplier nanos;

    /**
     * A decorator.
     *
     * @param next whose calls are counted
     * @param counters where
     * @param nanos measures durations
     */
    public MeteredBackend(Backend next, StoreCounters counters, LongSupplier nanos) {
        super(next);
        this.counters = counters;
        this.nanos = nanos;
    }

    @Override
    public Optional<StoredRecord> get(String name) {
        return metered(Call.GET, () -> super.get(name));
    }

    @Override
    public Map<String, StoredRecord> getAll(Collection<String> names) {
        return metered(Call.GET_ALL, () -> super.getAll(names));
    }

    @Override
    public boolean commit(String name, Version expected, StoredRecord.Draft draft) {
        return metered(Call.COMMIT, () -> super.commit(name, expected, draft));
    }

    @Override
    public void putAll(Map<String, StoredRecord.Draft> drafts) {
        metered(Call.PUT_ALL, () -> super.putAll(drafts));
    }

    @Override
    public void commitAll(Collection<Swap> swaps, Consumer<String> done) {
        metered(Call.COMMIT_ALL, () -> super.commitAll(swaps, done));
    }

    @Override
    public boolean remove(String name, Version expected) {
        return metered(Call.REMOVE, () -> super.remove(name, expected));
    }

    @Override
    public void removeAll(Collection<String> names) {
        metered(Call.REMOVE_ALL, () -> super.removeAll(names));
    }

    @Override
    public <T> Optional<T> capability(Class<T> type) {
        Optional<T> capability = super.capability(type);
        if (type == Scannable.class) {
            return capability.map(Scannable.class::cast).map(MeteredScans::new).map(type::cast);
        }
        return type == MutexProvider.class
                ? capability
                        .map(MutexProvider.class::cast)
                        .map(MeteredMutexes::new)
                        .map(type::cast)
                : capability;
    }

    private void metered(Call call, Runnable operation) {
        metered(call, () -> {
            operation.run();
            return true;
        });
    }

    private <R> R metered(Call call, Supplier<R> operation) {
        long begun = nanos.getAsLong();
        boolean failed = true;
        try {
            R answer = operation.get();
            failed = false;
            return answer;
        } finally {
            counters.ended(call, nanos.getAsLong() - begun, failed);
        }
    }

    private final class MeteredScans implements Scannable {

        private final Scannable scans;

        MeteredScans(Scannable scans) {
            this.scans = scans;
        }

        @Override
        public Cursor scan(String prefix) {
            return metered(Call.SCAN, () -> scans.scan(prefix));
        }

        @Override
        public void clear(String prefix) {
            metered(Call.CLEAR, () -> scans.clear(prefix));
        }

        @Override
        public void drop(String prefix) {
            metered(Call.DROP, () -> scans.drop(prefix));
        }
    }

    private final class MeteredMutexes implements MutexProvider {

        private final MutexProvider mutexes;

        MeteredMutexes(MutexProvider mutexes) {
            this.mutexes = mutexes;
        }

        @Override
        public Mutex mutex(String name) {
            return new MeteredMutex(mutexes.mutex(name));
        }

        @Override
        public Set<String> renewAll(Map<String, String> tokens, Duration lease) {
            return metered(Call.RENEW_ALL, () -> mutexes.renewAll(tokens, lease));
        }
    }

    private final class MeteredMutex implements Mutex {

        private final Mutex mutex;

        MeteredMutex(Mutex mutex) {
            this.mutex = mutex;
        }

        @Override
        public boolean tryAcquire(String token, Duration lease) {
            return metered(Call.TRY_ACQUIRE, () -> mutex.tryAcquire(token, lease));
        }

        @Override
        public boolean renew(String token, Duration lease) {
            return metered(Call.RENEW, () -> mutex.renew(token, lease));
        }

        @Override
        public boolean release(String token) {
            return metered(Call.RELEASE, () -> mutex.release(token));
        }

        @Override
        public boolean isLocked() {
            return metered(Call.IS_LOCKED, mutex::isLocked);
        }
    }
}
