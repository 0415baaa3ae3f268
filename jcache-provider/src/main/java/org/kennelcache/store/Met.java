package org.kennelcache.store;

/**
 * What an operation met under a key.
 *
 * @param at the key and where its record is
 * @param prior what was stored there
 * @param now the time at which {@code prior} was judged, in milliseconds since the epoch
 */
record Met<K, V>(Located<K> at, Prior<V> prior, long now) {

    K key() {
        return at.key();
    }
}
