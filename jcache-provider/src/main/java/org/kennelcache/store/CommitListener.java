package org.kennelcache.store;

/**
 * Hears what became of the operations of one call on many entries.
 *
 * @param <K> the type of the keys
 * @param <V> the type of the values
 * @param <R> what the operations answer
 */
@FunctionalInterface
public interface CommitListener<K, V, R> {

    /**
     * An operation was carried out. Called once for each, by the thread of the call, which ends with what this throws.
     *
     * @param key the entry's key
     * @param prior what the decision was taken on
     * @param decision the decision that was carried out; it may be that there was nothing to do for it
     */
    void committed(K key, Prior<V> prior, Decision<V, R> decision);
}
