package org.kennelcache.store;

import java.util.HashMap;
import java.util.Iterator;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.IntConsumer;
import org.jspecify.annotations.Nullable;
import org.kennelcache.spi.MutexProvider;

/**
 * The entries of one cache, as objects.
 *
 * <p>Guarantees: {@link #update} and {@link #commit} are atomic for a key against every other operation of this store
 * and of any other store on the same data. Values in a {@link Prior} and in a {@link Decision} are the store's own:
 * they come in through {@link #copyIn} and go to the application only through {@link #copyOut}. {@link #get},
 * {@link #getAll} and
 * {@link #entries} hand out what the application may keep and change. No method takes or gives null but where it says
 * so.
 *
 * @param <K> the type of the keys
 * @param <V> the type of the values
 */
public interface EntryStore<K, V> extends AutoCloseable {

    /** The live value, or null; takes no lock and changes nothing. */
    @Nullable
    V get(K key);

    /** The live values of those of {@code keys} that have one, in a map that is the caller's to keep. */
    Map<K, V> getAll(Set<? extends K> keys);

    /** Whether there is a live entry. */
    boolean contains(K key);

    /** All there is to know of the entry at this moment. */
    Prior<V> read(K key);

    /** All there is to know of entries at this moment, for each of the keys. */
    default Map<K, Prior<V>> readAll(Set<? extends K> keys) {
        Map<K, Prior<V>> priors = new HashMap<>(keys.size() * 2);
        for (K key : keys) {
            priors.put(key, read(key));
        }
        return priors;
    }

    /** How old a value is that this store has read. Its prior isn't {@link Prior#absent}. */
    Age age(Prior<V> prior);

    /** Whether nobody changed an entry between two reads of it. */
    boolean isUnchanged(Prior<V> before, Prior<V> after);

    /** The mutexes of all who share the entries; empty where this store has none, or shares them with nobody. */
    default Optional<MutexProvider> mutexes() {
        return Optional.empty();
    }

    /** The name of a key's mutex among the {@link #mutexes}, where there are some. */
    default String nameOfMutex(K key) {
        throw new UnsupportedOperationException("this store has no mutexes");
    }

    /** Makes what is stored stale or gone, without a visit to every entry. */
    void invalidate(Invalidation kind);

    /**
     * When this was last invalidated, as far as is known here, in milliseconds since the epoch; else the least number.
     */
    long invalidated();

    /**
     * Runs an operation atomically. The transition may run more than once and must not call this store.
     *
     * @return the decision that was carried out
     */
    <R> Decision<V, R> update(K key, Transition<V, R> transition);

    /**
     * Carries out a decision if nobody has changed the entry since it was {@code expected}. An entry that the store
     * dropped by itself since then, or by {@link #clear}, counts as dropped after this where the store can tell that
     * from a removal; where others share the data it can't, and nothing happens.
     *
     * @return whether it was carried out; if not, nothing happened
     */
    boolean commit(K key, Prior<V> expected, Decision<V, ?> decision);

    /**
     * Runs an operation on each of some entries, as {@link #update} would; not atomic as a whole. If it throws, what
     * was carried out is what {@code commits} has heard of, and perhaps some of what was under way just then. Of a
     * transition that runs more than once, the last run is carried out.
     *
     * @param commits hears of each operation as soon as it is known to be carried out; it may use this store
     */
    default <R> void updateAll(Map<? extends K, Transition<V, R>> transitions, CommitListener<K, V, R> commits) {
        transitions.forEach((key, transition) -> {
            Noting<V, R> noting = new Noting<>(transition);
            Decision<V, R> decision = update(key, noting);
            commits.committed(key, noting.met(), decision);
        });
    }

    /** Whether {@link #updateAll} costs less than as many calls of {@link #update}. */
    default boolean updatesTogether() {
        return false;
    }

    /** Stores a value whatever is there. */
    void put(K key, V value, long deadline);

    /**
     * Stores values whatever is there, each as {@link #put} would; not atomic as a whole. If it throws, some of those
     * that {@code stored} has not heard of may have been stored, too.
     *
     * @param stored hears how many more are known to be stored, as soon as that is known
     */
    default void putAll(Map<? extends K, ? extends V> values, long deadline, IntConsumer stored) {
        values.forEach((key, value) -> put(key, value, deadline));
        stored.accept(values.size());
    }

    /** Removes entries whatever they are; not atomic as a whole. If it throws, some may have been removed. */
    default void removeAll(Set<? extends K> keys) {
        for (K key : keys) {
            update(
                    key,
                    (prior, now) -> prior.liveValue() == null
                            ? Decision.keep(null, Decision.Lookup.NONE)
                            : Decision.delete(null, Decision.Lookup.NONE));
        }
    }

    /** The live entries; weakly consistent: what changes meanwhile may or may not be seen. Read-only. */
    Iterator<Map.Entry<K, V>> entries();

    /** The keys of the live entries as they are now, in a set that is the caller's to keep. */
    Set<K> keys();

    /** Removes everything. */
    void clear();

    /** Removes everything, and what was made elsewhere to hold it: the cache shall be no more. */
    default void destroy() {
        clear();
    }

    /** A key that the application can no longer change. */
    K copyKey(K key);

    /** A value for the store that the application can no longer change. */
    V copyIn(V value);

    /**
     * Refuses a value that {@link #copyIn} takes and that could not be stored.
     *
     * @throws RuntimeException what storing it would throw
     */
    default void requireStorable(V value) {}

    /** A value for the application: changing it does not change the store's. */
    V copyOut(V value);

    /** Releases what the store holds in this process; what is stored elsewhere stays. */
    @Override
    void close();
}
