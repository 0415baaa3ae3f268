package org.kennelcache.codec;

import java.util.function.Supplier;
import org.kennelcache.spi.SealingKeys;

/**
 * The names of the records of a cache with encryption: made by keys, so that nobody else can find out which name stands
 * for which key. When the keyring changes the key that makes names, all names change.
 */
final class KeyedNaming implements Supplier<StoredNames> {

    private final String configPrefix;
    private final String cacheName;
    private final Sealing sealing;
    private volatile Current current;

    KeyedNaming(String configPrefix, String cacheName, Sealing sealing) {
        this.configPrefix = configPrefix;
        this.cacheName = cacheName;
        this.sealing = sealing;
        current = names(sealing.keyring().current());
    }

    /** The names that certain keys make. */
    private record Current(SealingKeys keys, StoredNames names) {}

    private Current names(SealingKeys keys) {
        return new Current(keys, new StoredNames(configPrefix, cacheName, sealing.hidesCacheName(), keys::name));
    }

    @Override
    public StoredNames get() {
        SealingKeys keys = sealing.keyring().current();
        Current known = current;
        if (known.keys() != keys) {
            known = names(keys);
            current = known;
        }
        return known.names();
    }
}
