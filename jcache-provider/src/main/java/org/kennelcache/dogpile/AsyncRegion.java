package org.kennelcache.dogpile;

import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.CompletionStage;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;

/**
 * A {@link Region} whose callers don't wait: {@link Region#async}.
 *
 * <p>Each call is done as that of the region is, on a thread of its own: a virtual one where the JDK has them, else one of the
 * platform's. Creators run there, too. A stage fails with what the region's method throws, but for null arguments, which are
 * refused at once.
 *
 * @param <K> the type of the keys
 * @param <V> the type of the values
 */
public interface AsyncRegion<K, V> {

    /**
     * The value of a key, created if need be.
     *
     * @param key the key
     * @param creator makes the value
     * @param options how
     * @return the value, or null, when it is there
     */
    CompletionStage<@Nullable V> getOrCreate(
            K key, Function<? super K, ? extends @Nullable V> creator, CreationOptions<V> options);

    /**
     * The values of keys; those that are missing are created together.
     *
     * @param keys the keys; not to be changed until the stage is complete
     * @param creator makes values
     * @param options how
     * @return the values by key, when all are there
     */
    CompletionStage<Map<K, V>> getOrCreateMulti(
            Set<? extends K> keys,
            Function<? super Set<K>, ? extends Map<? extends K, ? extends V>> creator,
            CreationOptions<V> options);

    /**
     * The value of a key, fresh or stale, and its age.
     *
     * @param key the key
     * @return what there is
     */
    CompletionStage<Optional<Cached<V>>> get(K key);

    /**
     * Stores a value.
     *
     * @param key the key
     * @param value the value
     * @return complete when it is stored
     */
    CompletionStage<@Nullable Void> set(K key, V value);

    /**
     * Removes an entry.
     *
     * @param key the key
     * @return complete when it is removed
     */
    CompletionStage<@Nullable Void> remove(K key);

    /**
     * Creates a value whatever there is.
     *
     * @param key the key
     * @param creator makes the value
     * @return the value, or null, when it is there
     */
    CompletionStage<@Nullable V> refresh(K key, Function<? super K, ? extends @Nullable V> creator);
}
