package org.kennelcache.store;

import java.time.Duration;
import java.util.Collection;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.Consumer;
import java.util.function.LongSupplier;
import org.kennelcache.codec.StoredNames;
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
 * Puts one {@link Breaker} before all calls to a backend, those to its partitions and for its leases included. A walk
 * over all records passes it once, when it begins.
 *
 * <p>For a backend whose servers stand or fall together: one of many that is down would cut off the others.
 */
public final class BreakerBackend extends ForwardingBackend {

    private final Breaker breaker;

    private BreakerBackend(Backend next, Breaker breaker) {
        super(next);
        this.breaker = breaker;
    }

    /**
     * A decorator.
     *
     * @param next whose calls pass the breaker
     * @param configPrefix how the names of some cache's records start, for a question that its user may ask
     * @param deadRetry the option {@code dead_retry}; more than zero
     * @param nanos measures durations
     */
    public static Backend around(Backend next, String configPrefix, Duration deadRetry, LongSupplier nanos) {
        HealthCheck probe = new HealthCheck(next, StoredNames.prefix(configPrefix, ""));
        return new BreakerBackend(next, new Breaker(next.servers(), probe::run, deadRetry, nanos));
    }

    @Override
    public Optional<StoredRecord> get(String name) {
        return breaker.call("get", () -> super.get(name));
    }

    @Override
    public Map<String, StoredRecord> getAll(Collection<String> names) {
        return breaker.call("getAll", () -> super.getAll(names));
    }

    @Override
    public boolean commit(String name, Version expected, StoredRecord.Draft draft) {
        return breaker.call("commit", () -> super.commit(name, expected, draft));
    }

    @Override
    public void putAll(Map<String, StoredRecord.Draft> drafts) {
        run("putAll", () -> super.putAll(drafts));
    }

    @Override
    public void commitAll(Collection<Swap> swaps, Consumer<String> done) {
        run("commitAll", () -> super.commitAll(swaps, done));
    }

    @Override
    public boolean remove(String name, Version expected) {
        return breaker.call("remove", () -> super.remove(name, expected));
    }

    @Override
    public void removeAll(Collection<String> names) {
        run("removeAll", () -> super.removeAll(names));
    }

    @Override
    public <T> Optional<T> capability(Class<T> type) {
        if (type == Breaker.class) {
            return Optional.of(type.cast(breaker));
        }
        Optional<T> capability = super.capability(type);
        if (type == Scannable.class) {
            return capability.map(Scannable.class::cast).map(GuardedScans::new).map(type::cast);
        }
        if (type == MutexProvider.class) {
            return capability
                    .map(MutexProvider.class::cast)
                    .map(GuardedMutexes::new)
                    .map(type::cast);
        }
        return type == Partitioned.class
                ? capability
                        .map(Partitioned.class::cast)
                        .map(this::guardedPlaces)
                        .map(type::cast)
                : capability;
    }

    private Partitioned guardedPlaces(Partitioned partitioned) {
        return prefix -> new BreakerBackend(partitioned.partition(prefix), breaker);
    }

    private void run(String operation, Runnable call) {
        breaker.call(operation, () -> {
            call.run();
            return true;
        });
    }

    private final class GuardedScans implements Scannable {

        private final Scannable scans;

        GuardedScans(Scannable scans) {
            this.scans = scans;
        }

        @Override
        public Cursor scan(String prefix) {
            breaker.admit("scan");
            return scans.scan(prefix);
        }

        @Override
        public void clear(String prefix) {
            run("clear", () -> scans.clear(prefix));
        }

        @Override
        public void drop(String prefix) {
            run("drop", () -> scans.drop(prefix));
        }
    }

    private final class GuardedMutexes implements MutexProvider {

        private final MutexProvider mutexes;

        GuardedMutexes(MutexProvider mutexes) {
            this.mutexes = mutexes;
        }

        @Override
        public Mutex mutex(String name) {
            return new GuardedMutex(mutexes.mutex(name));
        }

        @Override
        public Set<String> renewAll(Map<String, String> tokens, Duration lease) {
            return breaker.call("renewAll", () -> mutexes.renewAll(tokens, lease));
        }
    }

    private final class GuardedMutex implements Mutex {

        private final Mutex mutex;

        GuardedMutex(Mutex mutex) {
            this.mutex = mutex;
        }

        @Override
        public boolean tryAcquire(String token, Duration lease) {
            return breaker.call("tryAcquire", () -> mutex.tryAcquire(token, lease));
        }

        @Override
        public boolean renew(String token, Duration lease) {
            return breaker.call("renew", () -> mutex.renew(token, lease));
        }

        @Override
        public boolean release(String token) {
            return breaker.call("release", () -> mutex.release(token));
        }

        @Override
        public boolean isLocked() {
            return breaker.call("isLocked", mutex::isLocked);
        }
    }
}
