package org.kennelcache.store;

/**
 * Is told of entries that a store dropped by itself.
 *
 * <p>Both methods are called while the store holds the lock of the entry, by whatever thread: they must be quick and
 * must not call the store.
 */
public interface Losses<K, V> {

    /** An entry had to go, to keep the store within its bound; some stores tell so of one that just expired, too. */
    void evicted();

    /** An entry whose deadline had passed was swept away. */
    void expired(K key, V value);
}
