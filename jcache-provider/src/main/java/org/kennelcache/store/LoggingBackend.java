package org.kennelcache.store;

import java.lang.System.Logger;
import java.lang.System.Logger.Level;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
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

/**
 * The option {@code debug_cache_backend}: logs each call at level DEBUG with the stored name, which holds a digest of
 * the key, with the size and with the time it took. Never logs keys and values.
 */
public final class LoggingBackend extends ForwardingBackend {

    private static final Logger LOGGER = System.getLogger(LoggingBackend.class.getName());
    private static final long NANOS_PER_MICRO = 1_000;

    private final LongSupplier nanos;

    /**
     * A decorator.
     *
     * @param next whose calls are logged
     * @param nanos measures durations
     */
    public LoggingBackend(Backend next, LongSupplier nanos) {
        super(next);
        this.nanos = nanos;
    }

    @Override
    public Optional<StoredRecord> get(String name) {
        return logged(
                "get " + name,
                () -> super.get(name),
                found -> found.map(record -> record.bytes().length + " bytes").orElse("absent"));
    }

    @Override
    public Map<String, StoredRecord> getAll(Collection<String> names) {
        return logged("getAll of " + names.size(), () -> super.getAll(names), found -> found.size() + " found");
    }

    @Override
    public boolean commit(String name, Version expected, StoredRecord.Draft draft) {
        return logged(
                "commit " + name + ", " + draft.bytes().length + " bytes",
                () -> super.commit(name, expected, draft),
                done -> done ? "done" : "lost race");
    }

    @Override
    public void putAll(Map<String, StoredRecord.Draft> drafts) {
        logged("putAll of " + drafts.size(), () -> super.putAll(drafts));
    }

    @Override
    public void commitAll(Collection<Swap> swaps, Consumer<String> done) {
        List<String> names = new ArrayList<>(swaps.size());
        logged(
                "commitAll of " + swaps.size(),
                () -> {
                    super.commitAll(swaps, done.andThen(names::add));
                    return names;
                },
                committed -> committed.size() + " done");
    }

    @Override
    public boolean remove(String name, Version expected) {
        return logged("remove " + name, () -> super.remove(name, expected), done -> done ? "done" : "not there");
    }

    @Override
    public void removeAll(Collection<String> names) {
        logged("removeAll of " + names.size(), () -> super.removeAll(names));
    }

    @Override
    public <T> Optional<T> capability(Class<T> type) {
        Optional<T> capability = super.capability(type);
        if (type == Scannable.class) {
            return capability.map(Scannable.class::cast).map(LoggedScans::new).map(type::cast);
        }
        return type == MutexProvider.class
                ? capability
                        .map(MutexProvider.class::cast)
                        .map(LoggedMutexes::new)
                        .map(type::cast)
                : capability;
    }

    private void logged(String call, Runnable operation) {
        logged(
                call,
                () -> {
                    operation.run();
                    return true;
                },
                done -> "done");
    }

    private <R> R logged(String call, Supplier<R> operation, Outcome<R> outcome) {
        long begun = nanos.getAsLong();
        String result = "failed";
        try {
            R answer = operation.get();
            result = outcome.describe(answer);
            return answer;
        } finally {
            long micros = (nanos.getAsLong() - begun) / NANOS_PER_MICRO;
            LOGGER.log(Level.DEBUG, call + ": " + result + " after " + micros + " us");
        }
    }

    /** Says what came of a call. */
    @FunctionalInterface
    private interface Outcome<R> {
        String describe(R answer);
    }

    /** The mutexes of the decorated backend. */
    private final class LoggedMutexes implements MutexProvider {

        private final MutexProvider mutexes;

        LoggedMutexes(MutexProvider mutexes) {
            this.mutexes = mutexes;
        }

        @Override
        public Mutex mutex(String name) {
            return new LoggedMutex(name, mutexes.mutex(name));
        }

        @Override
        public Set<String> renewAll(Map<String, String> tokens, Duration lease) {
            return logged(
                    "renewAll of " + tokens.size(),
                    () -> mutexes.renewAll(tokens, lease),
                    renewed -> renewed.size() + " renewed");
        }
    }

    /** The walks of the decorated backend; each batch that a walk fetches belongs to the walk. */
    private final class LoggedScans implements Scannable {

        private final Scannable scans;

        LoggedScans(Scannable scans) {
            this.scans = scans;
        }

        @Override
        public Cursor scan(String prefix) {
            return logged("scan " + prefix, () -> scans.scan(prefix), cursor -> "begun");
        }

        @Override
        public void clear(String prefix) {
            logged("clear " + prefix, () -> scans.clear(prefix));
        }

        @Override
        public void drop(String prefix) {
            logged("drop " + prefix, () -> scans.drop(prefix));
        }
    }

    /** A mutex of the decorated backend. Tokens are not logged. */
    private final class LoggedMutex implements Mutex {

        private final String name;
        private final Mutex mutex;

        LoggedMutex(String name, Mutex mutex) {
            this.name = name;
            this.mutex = mutex;
        }

        @Override
        public boolean tryAcquire(String token, Duration lease) {
            return logged("tryAcquire", () -> mutex.tryAcquire(token, lease), "done", "held by another");
        }

        @Override
        public boolean renew(String token, Duration lease) {
            return logged("renew", () -> mutex.renew(token, lease), "done", "lost");
        }

        @Override
        public boolean release(String token) {
            return logged("release", () -> mutex.release(token), "done", "lost");
        }

        @Override
        public boolean isLocked() {
            return logged("isLocked", mutex::isLocked, "held", "free");
        }

        private boolean logged(String call, Supplier<Boolean> operation, String yes, String no) {
            return LoggingBackend.this.logged(call + " " + name, operation, answer -> answer ? yes : no);
        }
    }
}
