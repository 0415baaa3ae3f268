package org.kennelcache.region;

import java.time.Duration;
import java.util.ArrayList;
import java.util.Map;
import java.util.Set;
import java.util.function.Function;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;
import org.kennelcache.dogpile.StalePolicy;

/** The cache's loader as a creator: whatever the number of callers, threads and JVMs, a missing key is loaded once. */
final class Loads<K, V> {

    private final Dogpiles<K, V> dogpiles;
    private final ReadThrough<K, V> loader;
    private final Function<Set<K>, Map<K, V>> bulk;
    private final Call<V> read;
    private final Call<V> load;

    Loads(Dogpiles<K, V> dogpiles, ReadThrough<K, V> loader, DogpileSettings settings) {
        Duration waitLimit = settings.locks().waitLimit();
        this.dogpiles = dogpiles;
        this.loader = loader;
        this.bulk = keys -> CreatorException.wrapping(all -> loader.loadAll(new ArrayList<>(all)), keys);
        this.read = Call.loading(settings.stalePolicy(), waitLimit, true);
        this.load = Call.loading(StalePolicy.NEVER, waitLimit, false);
    }

    /** Reads an entry, loaded if need be. */
    @Nullable
    V get(K own) {
        return unwrapped(() -> dogpiles.getOrCreate(own, this::loadOne, read));
    }

    /** Reads entries; those that are missing are loaded together. */
    Map<K, V> getAll(Set<? extends K> keys) {
        return unwrapped(() -> dogpiles.getOrCreateAll(keys, bulk, read));
    }

    /** Loads entries that are missing; nobody reads them. */
    void loadMissing(Set<? extends K> keys) {
        unwrapped(() -> dogpiles.getOrCreateAll(keys, bulk, load));
    }

    private @Nullable V loadOne(K key) {
        return CreatorException.wrapping(loader::load, key);
    }

    private static <T extends @Nullable Object> T unwrapped(Supplier<T> operation) {
        try {
            return operation.get();
        } catch (CreatorException e) {
            throw e.rethrown();
        }
    }
}
