package org.kennelcache.region;

import java.lang.System.Logger;
import java.lang.System.Logger.Level;
import java.time.InstantSource;
import java.util.HashMap;
import java.util.Map;
import javax.cache.event.CacheEntryListenerException;
import org.jspecify.annotations.Nullable;
import org.kennelcache.spi.BackendException;
import org.kennelcache.store.Backoff;
import org.kennelcache.store.CommitListener;
import org.kennelcache.store.Decision;
import org.kennelcache.store.EntryStore;
import org.kennelcache.store.Prior;
import org.kennelcache.store.Transition;

/**
 * For caches with a loader, a writer or listeners.
 *
 * <p>Guarantees: the application's code runs outside the store's locks but under a mutex for the key, so that within
 * this JVM it runs once for an operation and its calls come in the order of the changes. The writer comes before the
 * commit; if it fails, nothing changes. Listeners hear of a change before anybody can make the next one. Of many
 * changes they hear of each, whatever comes of telling them of another.
 */
final class GuardedPipeline<K, V> implements Pipeline<K, V> {

    private static final Logger LOGGER = System.getLogger(GuardedPipeline.class.getName());

    private final EntryStore<K, V> store;
    private final KeyMutex<K> mutex;
    private final WriteThrough<K, V> writer;
    private final Statistics statistics;
    private final Notifier<K, V> notifier;
    private final InstantSource clock;
    private final Backoff backoff;
    private final GuardedBatch<K, V> together;

    GuardedPipeline(
            EntryStore<K, V> store,
            KeyMutex<K> mutex,
            WriteThrough<K, V> writer,
            Statistics statistics,
            Notifier<K, V> notifier,
            InstantSource clock,
            Backoff backoff) {
        this.store = store;
        this.mutex = mutex;
        this.writer = writer;
        this.statistics = statistics;
        this.notifier = notifier;
        this.clock = clock;
        this.backoff = backoff;
        this.together = new GuardedBatch<>(store, mutex);
    }

    @Override
    public <R> @Nullable R run(K key, Transition<V, R> transition) {
        return run(key, transition, writer.isActive(), this::tell);
    }

    /** {@inheritDoc} Also those whose write has been done. */
    @Override
    public <R> Map<K, R> runAll(Map<K, Transition<V, R>> transitions, Failures failures) {
        Map<K, R> results = new HashMap<>(transitions.size() * 2);
        CommitListener<K, V, R> commits = (key, prior, decision) -> {
            R result = decision.result();
            if (result != null) {
                results.put(key, result);
            }
            tell(key, prior, decision, failures);
        };
        if (store.updatesTogether()) {
            together.runAll(transitions, commits);
        } else {
            transitions.forEach((key, transition) -> run(key, transition, false, commits));
        }
        return results;
    }

    private void tell(K key, Prior<V> prior, Decision<V, ?> decision, Failures failures) {
        try {
            tell(key, prior, decision);
        } catch (RuntimeException e) {
            failures.add(e);
        }
    }

    private void tell(K key, Prior<V> prior, Decision<V, ?> decision) {
        statistics.record(decision);
        notifier.committed(key, prior, decision);
    }

    /** Tells listeners of an expired entry that the store swept away. */
    void announceSwept(K key) {
        mutex.lock(key);
        try {
            notifier.swept(key);
        } catch (CacheEntryListenerException e) {
            LOGGER.log(Level.WARNING, "a listener failed on an expiry that no caller waits for", e);
        } finally {
            mutex.unlock(key);
        }
    }

    private <R> @Nullable R run(K key, Transition<V, R> transition, boolean writing, CommitListener<K, V, R> commits) {
        mutex.lock(key);
        try {
            Decision<V, R> written = null;
            for (int attempt = 0; ; attempt++) {
                backoff.before(attempt);
                Prior<V> prior = store.read(key);
                Decision<V, R> decision = transition.decide(prior, clock.millis());
                if (writing && (written == null || !WriteThrough.isSameCall(written, decision))) {
                    writer.before(key, decision);
                    written = decision;
                }
                if (store.commit(key, prior, decision)) {
                    commits.committed(key, prior, decision);
                    return decision.result();
                }
            }
        } catch (BackendException e) {
            mutex.failed(key, e);
            throw e;
        } finally {
            mutex.unlock(key);
        }
    }
}
