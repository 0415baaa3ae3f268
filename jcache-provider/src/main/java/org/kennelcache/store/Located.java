package org.kennelcache.store;

import java.util.Objects;
import org.kennelcache.codec.CacheCodec;
import org.kennelcache.codec.EncodedKey;

/**
 * A key and where its record is.
 *
 * <p>It is found out anew for every operation: to hash a key takes less time than to look in memory for what was found
 * out before.
 *
 * @param key the key that was asked for
 * @param encoded its bytes
 * @param name the name of the record
 */
record Located<K>(K key, EncodedKey encoded, String name) {

    /**
     * Finds out where the record of a key is.
     *
     * @throws NullPointerException if the key is null
     * @throws org.kennelcache.spi.SerializationException if it cannot be a key
     */
    static <K> Located<K> of(CacheCodec<K, ?> codec, K key) {
        EncodedKey encoded = codec.keys().encode(Objects.requireNonNull(key, "key"));
        return new Located<>(key, encoded, codec.names().nameOf(encoded.bytes()));
    }
}
