package org.kennelcache.region;

import java.util.Collection;
import java.util.HashMap;
import java.util.Map;
import javax.cache.integration.CacheLoader;
import javax.cache.integration.CacheLoaderException;
import org.jspecify.annotations.Nullable;

/**
 * The cache's loader. All that it throws is a {@link CacheLoaderException}.
 *
 * @param loader the application's, if it has one
 * @param isActive whether reads may load: a loader of a cache that isn't read-through serves {@code loadAll} alone
 */
record ReadThrough<K, V>(@Nullable CacheLoader<K, V> loader, boolean isActive) {

    ReadThrough {
        isActive &= loader != null;
    }

    /** Whether there is a loader. */
    boolean exists() {
        return loader != null;
    }

    /** The value for a key; null where there is none. */
    @Nullable
    V load(K key) {
        try {
            return required().load(key);
        } catch (CacheLoaderException e) {
            throw e;
        } catch (RuntimeException e) {
            throw failed(e);
        }
    }

    /** The values for those of the keys that have one. */
    Map<K, V> loadAll(Collection<K> keys) {
        try {
            Map<K, V> loaded = required().loadAll(keys);
            Map<K, V> present = new HashMap<>();
            if (loaded != null) {
                loaded.forEach((key, value) -> {
                    if (key != null && value != null) {
                        present.put(key, value);
                    }
                });
            }
            return present;
        } catch (CacheLoaderException e) {
            throw e;
        } catch (RuntimeException e) {
            throw failed(e);
        }
    }

    private CacheLoader<K, V> required() {
        if (loader == null) {
            throw new IllegalStateException("the cache has no loader");
        }
        return loader;
    }

    private CacheLoaderException failed(RuntimeException cause) {
        return new CacheLoaderException(
                "the cache loader failed: " + required().getClass().getName(), cause);
    }
}
