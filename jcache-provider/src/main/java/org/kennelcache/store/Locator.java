package org.kennelcache.store;

import java.util.Objects;
import java.util.UUID;
import java.util.concurrent.atomic.AtomicReferenceArray;
import org.jspecify.annotations.Nullable;
import org.kennelcache.codec.CacheCodec;
import org.kennelcache.codec.EncodedKey;
import org.kennelcache.codec.StoredNames;

/**
 * Finds out where the records of keys are, and remembers it for keys that it met lately: in a bulk operation, hashing
 * the keys would take about as long as the server does.
 *
 * <p>Guarantees: what is remembered is what would be found out again; it is at most {@value #SLOTS} keys, each of an
 * immutable class of the JDK and {@value #LONGEST} bytes long at most. Safe for many threads.
 */
final class Locator<K> {

    private static final int SLOTS = 1 << 12;
    private static final int LONGEST = 64;

    private final CacheCodec<K, ?> codec;
    private final AtomicReferenceArray<@Nullable Located<K>> recent = new AtomicReferenceArray<>(SLOTS);

    Locator(CacheCodec<K, ?> codec) {
        this.codec = codec;
    }

    /**
     * Finds out where the record of a key is.
     *
     * @throws NullPointerException if the key is null
     * @throws org.kennelcache.spi.SerializationException if it cannot be a key
     */
    Located<K> locate(K key) {
        StoredNames names = codec.names();
        if (!isImmutable(Objects.requireNonNull(key, "key"))) {
            return located(key, names);
        }
        int slot = slotOf(key.hashCode());
        Located<K> known = recent.get(slot);
        if (known != null && known.names() == names && known.key().equals(key)) {
            return known;
        }
        Located<K> located = located(key, names);
        if (located.encoded().bytes().length() <= LONGEST) {
            recent.setRelease(slot, located);
        }
        return located;
    }

    private Located<K> located(K key, StoredNames names) {
        EncodedKey encoded = codec.keys().encode(key);
        return new Located<>(key, encoded, names, names.nameOf(encoded.bytes()));
    }

    private static boolean isImmutable(Object key) {
        return key instanceof String || key instanceof Integer || key instanceof Long || key instanceof UUID;
    }

    private static int slotOf(int hash) {
        return (hash ^ hash >>> 16) & (SLOTS - 1);
    }
}
