package org.kennelcache.store;

import java.time.InstantSource;
import java.util.Collection;
import java.util.HashMap;
import java.util.Iterator;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.function.Consumer;
import java.util.function.Function;
import java.util.function.IntConsumer;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;
import org.kennelcache.spi.BackendException;
import org.kennelcache.spi.MutexProvider;

/**
 * The option {@code on_backend_error = miss}: does without the servers while they are {@linkplain
 * BackendException.Reason#isOutage out of reach}. Where entries are spread over servers of which some are, that goes
 * for the operations that need those.
 *
 * <p>Guarantees, for as long as that is so:
 *
 * <ul>
 *   <li>What is read is absent; operations that depend on it read {@link Prior#unknown}, and fail by that if they can't
 *       do without.
 *   <li>What is written blindly is dropped, and counted. What was there before is older than what was dropped: it
 *       counts as removed.
 *   <li>What is removed is {@linkplain Removals remembered}, and removed before the next operation on the same key
 *       reaches the servers. Meanwhile one caller removes, and for all others who use that key the servers are still
 *       out of reach; nobody else's operation depends on it. What nobody uses is removed after operations that found
 *       servers working.
 *   <li>Keys that the store refuses are refused, as always.
 *   <li>Iterating fails until everything is removed, and {@link Invalidation invalidation} for others fails.
 * </ul>
 *
 * <p>Hazards: others who share the entries see what was removed here until it is made up for, and forever if this store
 * is closed before that. What servers still do after their time-out is over, they may do after the removal is made up
 * for. An operation that has read an entry commits what it decided even if a removal of it was remembered since; what
 * it stored is then removed, too. Once there is more to remove than is remembered, every operation has to empty the
 * cache first: it is out of reach as a whole while one of its servers is, and fails for good where the backend can't be
 * cleared. An operation on many keys is out of reach if one of them is; what it has done by then stays done.
 *
 * @param <K> the type of the keys
 * @param <V> the type of the values
 */
final class ForgivingStore<K, V> implements EntryStore<K, V> {

    private final EntryStore<K, V> next;
    private final StoreCounters counters;
    private final InstantSource clock;
    private final Removals<K> removals;

    /**
     * A decorator.
     *
     * @param next what to do without
     * @param cacheName for messages
     * @param counters count what is dropped
     * @param clock the time of operations that are decided without the servers
     */
    ForgivingStore(EntryStore<K, V> next, String cacheName, StoreCounters counters, InstantSource clock) {
        this.next = next;
        this.counters = counters;
        this.clock = clock;
        this.removals = new Removals<>(cacheName, clock, counters::pendingRemovals, next::removeAll, next::clear);
    }

    @Override
    public @Nullable V get(K key) {
        return attempt(Set.of(key), () -> Optional.ofNullable(next.get(key)), outage -> Optional.<V>empty())
                .orElse(null);
    }

    @Override
    public Map<K, V> getAll(Set<? extends K> keys) {
        return attempt(keys, () -> next.getAll(keys), outage -> new HashMap<>());
    }

    @Override
    public boolean contains(K key) {
        return attempt(Set.of(key), () -> next.contains(key), outage -> false);
    }

    @Override
    public Prior<V> read(K key) {
        return attempt(Set.of(key), () -> next.read(key), Prior::unknown);
    }

    @Override
    public Map<K, Prior<V>> readAll(Set<? extends K> keys) {
        return attempt(keys, () -> next.readAll(keys), outage -> {
            Map<K, Prior<V>> priors = new HashMap<>(keys.size() * 2);
            keys.forEach(key -> priors.put(key, Prior.unknown(outage)));
            return priors;
        });
    }

    /** {@inheritDoc} As old as can be, where nobody knows whether the value was invalidated. */
    @Override
    public Age age(Prior<V> prior) {
        return attempt(Set.of(), () -> next.age(prior), outage -> Age.unknown(true));
    }

    /** {@inheritDoc} Nobody knows that of entries which were not read. */
    @Override
    public boolean isUnchanged(Prior<V> before, Prior<V> after) {
        return !before.isUnknown() && !after.isUnknown() && next.isUnchanged(before, after);
    }

    @Override
    public Optional<MutexProvider> mutexes() {
        return next.mutexes().map(ForgivingMutexes::new);
    }

    @Override
    public String nameOfMutex(K key) {
        return next.nameOfMutex(key);
    }

    @Override
    public void invalidate(Invalidation kind) {
        next.invalidate(kind);
    }

    @Override
    public long invalidated() {
        return attempt(Set.of(), next::invalidated, outage -> Marks.NONE);
    }

    @Override
    public <R> Decision<V, R> update(K key, Transition<V, R> transition) {
        return attempt(
                Set.of(key), () -> next.update(key, transition), outage -> decideWithout(key, transition, outage));
    }

    /** {@inheritDoc} If the servers fail midway, the rest is decided without them. */
    @Override
    public <R> void updateAll(Map<? extends K, Transition<V, R>> transitions, CommitListener<K, V, R> commits) {
        Map<K, Transition<V, R>> rest = new HashMap<>(transitions);
        carryOut(
                transitions.keySet(),
                () -> next.updateAll(transitions, (key, prior, decision) -> {
                    rest.remove(key);
                    commits.committed(key, prior, decision);
                }),
                outage -> rest.forEach((key, transition) ->
                        commits.committed(key, Prior.unknown(outage), decideWithout(key, transition, outage))));
    }

    @Override
    public boolean updatesTogether() {
        return next.updatesTogether();
    }

    private <R> Decision<V, R> decideWithout(K key, Transition<V, R> transition, BackendException outage) {
        Decision<V, R> decision = transition.decide(Prior.unknown(outage), clock.millis());
        drop(key, decision);
        return decision;
    }

    /**
     * {@inheritDoc} If the servers fail only now, one that only sets a deadline or sweeps what has expired counts as
     * carried out, and an operation whose answer does not depend on what was there is not, to begin anew without them.
     *
     * <p>Whether a removal was remembered since the entry was read doesn't matter. One that is still left removes what
     * is stored here before this store shows it to anybody. One that was made up for has changed the entry, so that
     * nothing happens here, unless the entry was absent: then this stores something new, as it would have after a
     * removal that met nothing.
     */
    @Override
    public boolean commit(K key, Prior<V> expected, Decision<V, ?> decision) {
        if (expected.isUnknown()) {
            drop(key, decision);
            return true;
        }
        try {
            return next.commit(key, expected, decision);
        } catch (BackendException e) {
            requireOutage(e);
            if (decision.change() == Change.NONE) {
                return true;
            }
            if (decision.lookup() != Decision.Lookup.NONE) {
                throw e;
            }
            removals.add(Set.of(key));
            return false;
        }
    }

    private void drop(K key, Decision<V, ?> decision) {
        if (decision.change() != Change.NONE) {
            removals.add(Set.of(key));
        }
        if (decision.action() != Decision.Action.KEEP) {
            counters.dropped(1);
        }
    }

    @Override
    public void put(K key, V value, long deadline) {
        carryOut(Set.of(key), () -> next.put(key, value, deadline), outage -> dropAll(Set.of(key)));
    }

    /** {@inheritDoc} If the servers fail midway, all are dropped, and count as stored. */
    @Override
    public void putAll(Map<? extends K, ? extends V> values, long deadline, IntConsumer stored) {
        AtomicInteger rest = new AtomicInteger(values.size());
        carryOut(
                values.keySet(),
                () -> next.putAll(values, deadline, more -> {
                    rest.addAndGet(-more);
                    stored.accept(more);
                }),
                outage -> {
                    dropAll(values.keySet());
                    stored.accept(rest.get());
                });
    }

    private void dropAll(Collection<? extends K> keys) {
        removals.add(keys);
        counters.dropped(keys.size());
    }

    @Override
    public void removeAll(Set<? extends K> keys) {
        carryOut(
                keys,
                () -> next.removeAll(keys),
                outage -> removals.add(keys.stream().map(next::copyKey).toList()));
    }

    @Override
    public Iterator<Map.Entry<K, V>> entries() {
        removals.all();
        return next.entries();
    }

    @Override
    public Set<K> keys() {
        removals.all();
        return next.keys();
    }

    @Override
    public void clear() {
        carryOut(Set.of(), next::clear, outage -> removals.addEverything());
    }

    @Override
    public void destroy() {
        next.destroy();
    }

    @Override
    public K copyKey(K key) {
        return next.copyKey(key);
    }

    @Override
    public V copyIn(V value) {
        return next.copyIn(value);
    }

    @Override
    public void requireStorable(V value) {
        next.requireStorable(value);
    }

    @Override
    public V copyOut(V value) {
        return next.copyOut(value);
    }

    @Override
    public void close() {
        next.close();
    }

    private void carryOut(Collection<? extends K> keys, Runnable operation, Consumer<BackendException> without) {
        attempt(
                keys,
                () -> {
                    operation.run();
                    return true;
                },
                outage -> {
                    without.accept(outage);
                    return true;
                });
    }

    private <R> R attempt(Collection<? extends K> keys, Supplier<R> operation, Function<BackendException, R> without) {
        R answer;
        try {
            removals.before(keys);
            answer = operation.get();
        } catch (BackendException e) {
            requireOutage(e);
            keys.forEach(next::nameOfMutex); // refuses, without a server, what can't be a key
            return without.apply(e);
        }
        removals.drain();
        return answer;
    }

    /** Throws what is no outage. */
    static void requireOutage(BackendException failure) {
        if (!failure.reason().isOutage()) {
            throw failure;
        }
    }
}
