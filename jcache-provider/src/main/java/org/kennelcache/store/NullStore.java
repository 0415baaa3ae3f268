package org.kennelcache.store;

import java.util.Collections;
import java.util.HashMap;
import java.util.HashSet;
import java.util.Iterator;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** Keeps nothing: to every operation all entries are absent, and what it stores is gone at once. */
public final class NullStore<K, V> implements EntryStore<K, V> {

    /** A store without entries. */
    public NullStore() {}

    @Override
    public @Nullable V get(K key) {
        return null;
    }

    @Override
    public Map<K, V> getAll(Set<? extends K> keys) {
        keys.forEach(key -> Objects.requireNonNull(key, "a key in keys"));
        return new HashMap<>();
    }

    @Override
    public boolean contains(K key) {
        return false;
    }

    @Override
    public Prior<V> read(K key) {
        return Prior.absent();
    }

    @Override
    public Age age(Prior<V> prior) {
        throw new IllegalStateException("nothing is ever read");
    }

    @Override
    public boolean isUnchanged(Prior<V> before, Prior<V> after) {
        return true;
    }

    @Override
    public void invalidate(Invalidation kind) {
        // Nothing is there.
    }

    @Override
    public long invalidated() {
        return Marks.NONE;
    }

    @Override
    public <R> Decision<V, R> update(K key, Transition<V, R> transition) {
        return transition.decide(Prior.absent(), 0);
    }

    @Override
    public boolean commit(K key, Prior<V> expected, Decision<V, ?> decision) {
        return true;
    }

    @Override
    public void put(K key, V value, long deadline) {
        // Gone at once.
    }

    @Override
    public Iterator<Map.Entry<K, V>> entries() {
        return Collections.emptyIterator();
    }

    @Override
    public Set<K> keys() {
        return new HashSet<>();
    }

    @Override
    public void clear() {
        // Nothing is there.
    }

    /** Nothing is kept, so nothing needs a copy. */
    @Override
    public K copyKey(K key) {
        return key;
    }

    @Override
    public V copyIn(V value) {
        return value;
    }

    @Override
    public V copyOut(V value) {
        return value;
    }

    @Override
    public void close() {
        // Nothing is held.
    }
}
