package org.kennelcache.store;

import java.time.Duration;
import java.time.InstantSource;
import java.util.HashMap;
import java.util.HashSet;
import java.util.Iterator;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.concurrent.ConcurrentMap;
import java.util.function.BiFunction;
import org.jspecify.annotations.Nullable;
import org.kennelcache.codec.Copier;

/**
 * Entries in a concurrent map: a Caffeine cache's, or a plain one where nothing ever leaves by itself.
 *
 * <p>Operations run inside {@link ConcurrentMap#compute}: exactly once, under the lock of the entry's bin. The stored
 * object itself is the version of an entry, so every write and every touch must store another object.
 *
 * @param <K> the type of the keys
 * @param <V> the type of the values
 * @param <S> what the map holds: the value itself, or the value with its deadline
 */
abstract class HeapStore<K, V, S> implements EntryStore<K, V> {

    final ConcurrentMap<K, S> map;
    final Copier values;
    private final Copier keys;
    private final Aging aging;
    private final InstantSource clock;
    private final Marks marks;

    HeapStore(ConcurrentMap<K, S> map, HeapSettings<K, V> settings) {
        this.map = map;
        this.keys = settings.isolation().keys();
        this.values = settings.isolation().values();
        this.aging = settings.aging();
        this.clock = settings.clock();
        this.marks = new LocalMarks(clock);
    }

    /** What was invalidated. */
    final Marks marks() {
        return marks;
    }

    /** The time by which entries are judged, in milliseconds since the epoch. */
    abstract long now();

    /** What a transition is told of a stored object. */
    abstract Prior<V> prior(S stored, long now);

    /** The object to store for a value. */
    abstract S hold(V value, long deadline);

    /** The object to store for a value whose age will be asked for. */
    abstract S hold(Dated<V> dated);

    /** The object to store for the same value with another deadline. */
    abstract S touch(S stored, long deadline);

    /** The value if it is live, as the store holds it. */
    abstract @Nullable V live(S stored);

    @Override
    public final @Nullable V get(K key) {
        S stored = map.get(key);
        if (stored == null) {
            return null;
        }
        V value = live(stored);
        return value == null ? null : values.copy(value);
    }

    @Override
    public final Map<K, V> getAll(Set<? extends K> wanted) {
        Map<K, V> found = new HashMap<>(wanted.size() * 2);
        for (K key : wanted) {
            V value = get(Objects.requireNonNull(key, "a key in keys"));
            if (value != null) {
                found.put(key, value);
            }
        }
        return found;
    }

    @Override
    public final boolean contains(K key) {
        S stored = map.get(key);
        return stored != null && live(stored) != null;
    }

    @Override
    public final Prior<V> read(K key) {
        S stored = map.get(key);
        return stored == null ? Prior.absent() : prior(stored, now());
    }

    @Override
    public final <R> Decision<V, R> update(K key, Transition<V, R> transition) {
        Update<K, V, S, R> update = new Update<>(this, transition);
        map.compute(key, update);
        return update.decision();
    }

    @Override
    public final boolean commit(K key, Prior<V> expected, Decision<V, ?> decision) {
        if (decision.action() == Decision.Action.KEEP && !expected.isExpired()) {
            return true;
        }
        Commit<K, V, S> commit = new Commit<>(this, expected, decision);
        map.compute(key, commit);
        return commit.done;
    }

    private @Nullable S carryOut(@Nullable S stored, Decision<V, ?> decision) {
        Decision.Action action = decision.action();
        if (action == Decision.Action.WRITE) {
            return hold(decision.written(), decision.deadline());
        }
        if (action == Decision.Action.WRITE_DATED) {
            return hold(new Dated<>(decision.written(), decision.deadline(), clock.millis()));
        }
        if (action == Decision.Action.TOUCH && stored != null) {
            return touch(stored, decision.deadline());
        }
        return action == Decision.Action.KEEP ? stored : null;
    }

    @Override
    public final Age age(Prior<V> prior) {
        Duration softAge = aging.softAge();
        if (prior.version() instanceof Dated<?> dated) {
            return age(dated.created(), softAge == null ? Deadline.ETERNAL : prior.deadline());
        }
        return softAge == null
                ? Age.unknown(marks.isStale(Age.UNKNOWN))
                : age(prior.deadline() - softAge.toMillis(), prior.deadline());
    }

    private Age age(long created, long softDeadline) {
        return new Age(created, softDeadline, marks.isStale(created));
    }

    @Override
    @SuppressWarnings("ReferenceEquality") // the stored object is the version
    public final boolean isUnchanged(Prior<V> before, Prior<V> after) {
        return before.version() == after.version();
    }

    @Override
    public final void invalidate(Invalidation kind) {
        marks.set(kind);
        if (kind == Invalidation.HARD) {
            map.clear();
        }
    }

    @Override
    public final long invalidated() {
        return Math.max(marks.soft(), marks.hard());
    }

    @Override
    public final void put(K key, V value, long deadline) {
        map.put(key, hold(value, deadline));
    }

    @Override
    public final Iterator<Map.Entry<K, V>> entries() {
        return new LiveEntries<>(this);
    }

    @Override
    public final Set<K> keys() {
        Set<K> keys = new HashSet<>();
        map.forEach((key, stored) -> {
            if (live(stored) != null) {
                keys.add(copyKey(key));
            }
        });
        return keys;
    }

    @Override
    public final void clear() {
        map.clear();
    }

    @Override
    public final K copyKey(K key) {
        return keys.copy(key);
    }

    @Override
    public final V copyIn(V value) {
        return values.copy(value);
    }

    @Override
    public final V copyOut(V value) {
        return values.copy(value);
    }

    @Override
    public final void close() {
        map.clear();
    }

    /** Runs a transition on whatever is there. */
    private static final class Update<K, V, S, R> implements BiFunction<K, S, S> {

        private final HeapStore<K, V, S> store;
        private final Transition<V, R> transition;
        private @Nullable Decision<V, R> decision;

        Update(HeapStore<K, V, S> store, Transition<V, R> transition) {
            this.store = store;
            this.transition = transition;
        }

        @Override
        public @Nullable S apply(K key, @Nullable S stored) {
            long now = store.now();
            Decision<V, R> decided = stored == null ? transition.decide(Prior.absent(), now) : decide(stored, now);
            decision = decided;
            return store.carryOut(stored, decided);
        }

        /** On its own, so that the compiler sees a prior that never leaves this method. */
        private Decision<V, R> decide(S stored, long now) {
            Prior<V> prior = store.prior(stored, now);
            Decision<V, R> decided = transition.decide(prior, now);
            return store.aging.settle(prior, decided);
        }

        Decision<V, R> decision() {
            if (decision == null) {
                throw new IllegalStateException("the map did not run the operation");
            }
            return decision;
        }
    }

    /** Carries out a decision if nobody has changed the entry since it was taken. */
    private static final class Commit<K, V, S> implements BiFunction<K, S, S> {

        private final HeapStore<K, V, S> store;
        private final Prior<V> expected;
        private final Decision<V, ?> decision;
        private boolean done;

        Commit(HeapStore<K, V, S> store, Prior<V> expected, Decision<V, ?> decision) {
            this.store = store;
            this.expected = expected;
            this.decision = store.aging.settle(expected, decision);
        }

        @Override
        @SuppressWarnings("ReferenceEquality") // the stored object is the version
        public @Nullable S apply(K key, @Nullable S stored) {
            done = stored == null || stored == expected.version();
            return done ? store.carryOut(stored, decision) : stored;
        }
    }
}
