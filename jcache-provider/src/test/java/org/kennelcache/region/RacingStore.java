package org.kennelcache.region;

import java.util.ArrayDeque;
import java.util.Iterator;
import java.util.Map;
import java.util.Queue;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.kennelcache.store.Age;
import org.kennelcache.store.Decision;
import org.kennelcache.store.EntryStore;
import org.kennelcache.store.Invalidation;
import org.kennelcache.store.Prior;
import org.kennelcache.store.Transition;

/**
 * A store that others use too: before a commit, one of them does something. Updates many entries together, if told, and
 * may refuse to give copies of a value.
 */
final class RacingStore<K, V> implements EntryStore<K, V> {

    private final EntryStore<K, V> store;
    private final Queue<Runnable> interferences = new ArrayDeque<>();
    private int commits;
    private boolean updatesTogether;
    private @Nullable V uncopyable;

    RacingStore(EntryStore<K, V> store) {
        this.store = store;
    }

    /** Adds what happens before the next commit that nothing happens before yet. */
    void beforeCommit(Runnable interference) {
        interferences.add(interference);
    }

    /** Whether it claims to be quicker with many entries at once. */
    void updatesTogether(boolean together) {
        updatesTogether = together;
    }

    /** From now on, nobody outside gets this value. */
    void refuseToCopy(V value) {
        uncopyable = value;
    }

    /** How many commits were tried. */
    int commits() {
        return commits;
    }

    @Override
    public boolean commit(K key, Prior<V> expected, Decision<V, ?> decision) {
        commits++;
        if (!interferences.isEmpty()) {
            interferences.remove().run();
        }
        return store.commit(key, expected, decision);
    }

    @Override
    public Age age(Prior<V> prior) {
        return store.age(prior);
    }

    @Override
    public boolean isUnchanged(Prior<V> before, Prior<V> after) {
        return store.isUnchanged(before, after);
    }

    @Override
    public void invalidate(Invalidation kind) {
        store.invalidate(kind);
    }

    @Override
    public long invalidated() {
        return store.invalidated();
    }

    @Override
    public @Nullable V get(K key) {
        return store.get(key);
    }

    @Override
    public Map<K, V> getAll(Set<? extends K> keys) {
        return store.getAll(keys);
    }

    @Override
    public boolean contains(K key) {
        return store.contains(key);
    }

    @Override
    public Prior<V> read(K key) {
        return store.read(key);
    }

    @Override
    public <R> Decision<V, R> update(K key, Transition<V, R> transition) {
        return store.update(key, transition);
    }

    @Override
    public boolean updatesTogether() {
        return updatesTogether;
    }

    @Override
    public void put(K key, V value, long deadline) {
        store.put(key, value, deadline);
    }

    @Override
    public Iterator<Map.Entry<K, V>> entries() {
        return store.entries();
    }

    @Override
    public Set<K> keys() {
        return store.keys();
    }

    @Override
    public void clear() {
        store.clear();
    }

    @Override
    public K copyKey(K key) {
        return store.copyKey(key);
    }

    @Override
    public V copyIn(V value) {
        return store.copyIn(value);
    }

    @Override
    public V copyOut(V value) {
        if (value.equals(uncopyable)) {
            throw new IllegalStateException("not to be copied: " + value);
        }
        return store.copyOut(value);
    }

    @Override
    public void close() {
        store.close();
    }
}
