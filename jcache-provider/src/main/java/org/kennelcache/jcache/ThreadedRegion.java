package org.kennelcache.jcache;

import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionStage;
import java.util.concurrent.Executor;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;
import org.kennelcache.dogpile.AsyncRegion;
import org.kennelcache.dogpile.Cached;
import org.kennelcache.dogpile.CreationOptions;
import org.kennelcache.dogpile.Region;

/**
 * A region whose methods run on other threads.
 *
 * @param region what they are done by
 * @param threads never runs a task on the thread that hands it in, and never makes one wait for another
 */
record ThreadedRegion<K, V>(Region<K, V> region, Executor threads) implements AsyncRegion<K, V> {

    @Override
    public CompletionStage<@Nullable V> getOrCreate(
            K key, Function<? super K, ? extends @Nullable V> creator, CreationOptions<V> options) {
        Objects.requireNonNull(key, "key");
        Objects.requireNonNull(creator, "creator");
        Objects.requireNonNull(options, "options");
        return CompletableFuture.supplyAsync(() -> region.getOrCreate(key, creator, options), threads);
    }

    @Override
    public CompletionStage<Map<K, V>> getOrCreateMulti(
            Set<? extends K> keys,
            Function<? super Set<K>, ? extends Map<? extends K, ? extends V>> creator,
            CreationOptions<V> options) {
        Objects.requireNonNull(keys, "keys");
        Objects.requireNonNull(creator, "creator");
        Objects.requireNonNull(options, "options");
        return CompletableFuture.supplyAsync(() -> region.getOrCreateMulti(keys, creator, options), threads);
    }

    @Override
    public CompletionStage<Optional<Cached<V>>> get(K key) {
        Objects.requireNonNull(key, "key");
        return CompletableFuture.supplyAsync(() -> region.get(key), threads);
    }

    @Override
    public CompletionStage<@Nullable Void> set(K key, V value) {
        Objects.requireNonNull(key, "key");
        Objects.requireNonNull(value, "value");
        return CompletableFuture.runAsync(() -> region.set(key, value), threads);
    }

    @Override
    public CompletionStage<@Nullable Void> remove(K key) {
        Objects.requireNonNull(key, "key");
        return CompletableFuture.runAsync(() -> region.remove(key), threads);
    }

    @Override
    public CompletionStage<@Nullable V> refresh(K key, Function<? super K, ? extends @Nullable V> creator) {
        Objects.requireNonNull(key, "key");
        Objects.requireNonNull(creator, "creator");
        return CompletableFuture.supplyAsync(() -> region.refresh(key, creator), threads);
    }
}
