package org.kennelcache.store;

import java.time.Duration;
import java.util.Collection;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.Consumer;
import java.util.function.Supplier;
import org.kennelcache.spi.Backend;
import org.kennelcache.spi.ForwardingBackend;
import org.kennelcache.spi.Mutex;
import org.kennelcache.spi.MutexProvider;
import org.kennelcache.spi.Partitioned;
import org.kennelcache.spi.Scannable;
import org.kennelcache.spi.StoredRecord;
import org.kennelcache.spi.Swap;
import org.kennelcache.spi.Version;

/**
 * Has every call to another backend made by one method, {@link #intercept}: also those for its scans and leases, and
 * those to its partitions. Of a walk over all records that is only the beginning. What is no call to a server is handed
 * on: to make a mutex or a partition, {@link #servers}, {@link #close}.
 */
abstract class InterceptingBackend extends ForwardingBackend {

    /** A decorator; {@code next} gets the calls. */
    InterceptingBackend(Backend next) {
        super(next);
    }

    /**
     * Makes a call, or fails instead.
     *
     * @param call which it is
     * @param operation makes it
     * @return what it answered
     */
    abstract <R> R intercept(BackendCall call, Supplier<R> operation);

    /** What does around calls to {@code partition} what this does around those to the whole. */
    abstract Backend alike(Backend partition);

    @Override
    public Optional<StoredRecord> get(String name) {
        return intercept(BackendCall.GET, () -> super.get(name));
    }

    @Override
    public Map<String, StoredRecord> getAll(Collection<String> names) {
        return intercept(BackendCall.GET_ALL, () -> super.getAll(names));
    }

    @Override
    public boolean commit(String name, Version expected, StoredRecord.Draft draft) {
        return intercept(BackendCall.COMMIT, () -> super.commit(name, expected, draft));
    }

    @Override
    public void putAll(Map<String, StoredRecord.Draft> drafts) {
        intercept(BackendCall.PUT_ALL, () -> {
            super.putAll(drafts);
            return true;
        });
    }

    @Override
    public void commitAll(Collection<Swap> swaps, Consumer<String> done) {
        intercept(BackendCall.COMMIT_ALL, () -> {
            super.commitAll(swaps, done);
            return true;
        });
    }

    @Override
    public boolean remove(String name, Version expected) {
        return intercept(BackendCall.REMOVE, () -> super.remove(name, expected));
    }

    @Override
    public void removeAll(Collection<String> names) {
        intercept(BackendCall.REMOVE_ALL, () -> {
            super.removeAll(names);
            return true;
        });
    }

    @Override
    public <T> Optional<T> capability(Class<T> type) {
        return super.capability(type).map(capability -> intercepted(type, capability));
    }

    private <T> T intercepted(Class<T> type, T capability) {
        if (type == Scannable.class) {
            return type.cast(new Scans((Scannable) capability));
        }
        if (type == MutexProvider.class) {
            return type.cast(new Mutexes((MutexProvider) capability));
        }
        return type == Partitioned.class ? type.cast(places((Partitioned) capability)) : capability;
    }

    private Partitioned places(Partitioned partitioned) {
        return prefix -> alike(partitioned.partition(prefix));
    }

    private final class Scans implements Scannable {

        private final Scannable scans;

        Scans(Scannable scans) {
            this.scans = scans;
        }

        @Override
        public Cursor scan(String prefix) {
            return intercept(BackendCall.SCAN, () -> scans.scan(prefix));
        }

        @Override
        public void clear(String prefix) {
            intercept(BackendCall.CLEAR, () -> {
                scans.clear(prefix);
                return true;
            });
        }

        @Override
        public void drop(String prefix) {
            intercept(BackendCall.DROP, () -> {
                scans.drop(prefix);
                return true;
            });
        }
    }

    private final class Mutexes implements MutexProvider {

        private final MutexProvider mutexes;

        Mutexes(MutexProvider mutexes) {
            this.mutexes = mutexes;
        }

        @Override
        public Mutex mutex(String name) {
            return new InterceptedMutex(mutexes.mutex(name));
        }

        @Override
        public Set<String> renewAll(Map<String, String> tokens, Duration lease) {
            return intercept(BackendCall.RENEW_ALL, () -> mutexes.renewAll(tokens, lease));
        }
    }

    private final class InterceptedMutex implements Mutex {

        private final Mutex mutex;

        InterceptedMutex(Mutex mutex) {
            this.mutex = mutex;
        }

        @Override
        public boolean tryAcquire(String token, Duration lease) {
            return intercept(BackendCall.TRY_ACQUIRE, () -> mutex.tryAcquire(token, lease));
        }

        @Override
        public boolean renew(String token, Duration lease) {
            return intercept(BackendCall.RENEW, () -> mutex.renew(token, lease));
        }

        @Override
        public boolean release(String token) {
            return intercept(BackendCall.RELEASE, () -> mutex.release(token));
        }

        @Override
        public boolean isLocked() {
            return intercept(BackendCall.IS_LOCKED, mutex::isLocked);
        }
    }
}
