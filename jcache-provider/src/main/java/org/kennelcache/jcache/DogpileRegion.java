package org.kennelcache.jcache;

import static org.kennelcache.jcache.Translation.translated;

import java.util.HashMap;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;
import org.kennelcache.dogpile.AsyncRegion;
import org.kennelcache.dogpile.Cached;
import org.kennelcache.dogpile.CreationOptions;
import org.kennelcache.dogpile.Invalidation;
import org.kennelcache.dogpile.Region;
import org.kennelcache.region.CreatorException;
import org.kennelcache.region.Dogpiles;

/** What {@code cache.unwrap(Region.class)} gives: the checks, and {@link Dogpiles}. */
final class DogpileRegion<K, V> implements Region<K, V> {

    private final KennelCache<K, V> cache;
    private final Dogpiles<K, V> dogpiles;

    DogpileRegion(KennelCache<K, V> cache, Dogpiles<K, V> dogpiles) {
        this.cache = cache;
        this.dogpiles = dogpiles;
    }

    @Override
    public @Nullable V getOrCreate(
            K key, Function<? super K, ? extends @Nullable V> creator, CreationOptions<V> options) {
        requireKey(key);
        Objects.requireNonNull(creator, "creator");
        Objects.requireNonNull(options, "options");
        return translated(() -> dogpiles.getOrCreate(key, checked(creator), options));
    }

    @Override
    public Map<K, V> getOrCreateMulti(
            Set<? extends K> keys,
            Function<? super Set<K>, ? extends Map<? extends K, ? extends V>> creator,
            CreationOptions<V> options) {
        cache.requireOpen();
        Objects.requireNonNull(keys, "keys").forEach(cache::requireKey);
        Objects.requireNonNull(creator, "creator");
        Objects.requireNonNull(options, "options");
        return translated(() -> dogpiles.getOrCreateAll(
                keys, missing -> checked(CreatorException.wrapping(creator, missing)), options));
    }

    @Override
    public Optional<Cached<V>> get(K key) {
        requireKey(key);
        return translated(() -> dogpiles.look(key));
    }

    @Override
    public void set(K key, V value) {
        cache.put(key, value);
    }

    @Override
    public void remove(K key) {
        cache.remove(key);
    }

    @Override
    public @Nullable V refresh(K key, Function<? super K, ? extends @Nullable V> creator) {
        requireKey(key);
        Objects.requireNonNull(creator, "creator");
        return translated(() -> dogpiles.refresh(key, checked(creator)));
    }

    @Override
    public void invalidate(Invalidation kind) {
        cache.requireOpen();
        Objects.requireNonNull(kind, "kind");
        translated(() -> dogpiles.invalidate(kind));
    }

    @Override
    public boolean isLocked(K key) {
        requireKey(key);
        return translated(() -> dogpiles.isLocked(key));
    }

    @Override
    public AsyncRegion<K, V> async() {
        return new ThreadedRegion<>(this, Threads.onePerTask());
    }

    private void requireKey(K key) {
        cache.requireOpen();
        cache.requireKey(key);
    }

    private Function<K, @Nullable V> checked(Function<? super K, ? extends @Nullable V> creator) {
        return key -> {
            V value = CreatorException.wrapping(creator, key);
            if (value != null) {
                cache.requireValue(value);
            }
            return value;
        };
    }

    private Map<K, V> checked(@Nullable Map<? extends K, ? extends V> made) {
        Objects.requireNonNull(made, "the creator gave null; allowed: a map, without the keys that have no value");
        Map<K, V> checked = new HashMap<>(made.size() * 2);
        made.forEach((key, value) -> {
            if (value != null) {
                cache.requireValue(value);
                checked.put(key, value);
            }
        });
        return checked;
    }
}
