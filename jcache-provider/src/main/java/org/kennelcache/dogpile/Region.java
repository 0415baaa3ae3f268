package org.kennelcache.dogpile;

import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;

/**
 * A cache as dogpile.cache sees it: {@code cache.unwrap(Region.class)}.
 *
 * <p>A value is <i>fresh</i>, <i>stale</i> or <i>absent</i>. It is stale from the age that the call or the option
 * {@code expiration_time} says, and after a soft invalidation; it is absent past the deadline of an expiry policy of
 * the cache, unless a call asks for stale values, and when its store has dropped it.
 *
 * <p>Guarantees:
 *
 * <ul>
 *   <li>A fresh value is given at once. Where a value is stale one caller makes a new one, or hands that to the option
 *       {@code async_creation_runner}, and everybody else is given the stale one at once, if the {@link StalePolicy}
 *       says so. Where it is absent one caller makes it and everybody else waits, for the wait limit at most.
 *   <li>At most one creator of this JVM runs for a key at a time, and at most one of all JVMs that share the cache as
 *       long as the lease of the one that runs is renewed: it ends {@code lock_timeout} after its JVM died or stood
 *       still.
 *   <li>A value that was made too late doesn't replace one that was stored or removed since its creator began, and
 *       isn't stored if the cache was invalidated meanwhile; its own caller is given it, or the newer one.
 *   <li>Creators run outside all locks of the cache: they may use it, and other callers may read and write the entry.
 *       One that asks for its own key waits for itself until the wait limit.
 * </ul>
 *
 * <p>Hazard: where nothing was stored for a key when a creator began, a value that was both stored and removed while it
 * ran leaves no trace, and what the creator made is stored.
 *
 * <p>Creators and what they throw: an unchecked exception reaches the caller that ran the creator as it is, and so it
 * does those that share the failure ({@link FailurePolicy#ALL_FAIL}), however that caller asked. Null creates nothing.
 * Every method throws {@link NullPointerException} for null, {@link IllegalStateException} if the cache is closed,
 * {@link CreationTimeoutException} after a wait that was too long, and {@link javax.cache.CacheException} where the
 * store fails or a wait was interrupted.
 *
 * @param <K> the type of the keys
 * @param <V> the type of the values
 */
public interface Region<K, V> {

    /**
     * The value of a key, created if need be.
     *
     * @param key the key
     * @param creator makes the value
     * @return the value; null if there is none and the creator made none
     */
    default @Nullable V getOrCreate(K key, Function<? super K, ? extends @Nullable V> creator) {
        return getOrCreate(key, creator, CreationOptions.defaults());
    }

    /**
     * The value of a key, created if need be.
     *
     * @param key the key
     * @param creator makes the value
     * @param options how
     * @return the value; null if there is none and the creator made none
     */
    @Nullable
    V getOrCreate(K key, Function<? super K, ? extends @Nullable V> creator, CreationOptions<V> options);

    /**
     * The values of keys; those that are missing are created together.
     *
     * @param keys the keys
     * @param creator makes values; keys that it leaves out have none. Called with the keys that this caller has to
     *     make, once or, where others make some of them, several times, and never twice with the same key unless it
     *     failed
     * @return the values by key, without those that have none
     */
    default Map<K, V> getOrCreateMulti(
            Set<? extends K> keys, Function<? super Set<K>, ? extends Map<? extends K, ? extends V>> creator) {
        return getOrCreateMulti(keys, creator, CreationOptions.defaults());
    }

    /**
     * The values of keys; those that are missing are created together.
     *
     * <p>Of overlapping calls, each makes what the others don't: none holds a key while it waits for another.
     *
     * @param keys the keys
     * @param creator makes values; as above
     * @param options how; the wait limit is for all keys together
     * @return the values by key, without those that have none
     */
    Map<K, V> getOrCreateMulti(
            Set<? extends K> keys,
            Function<? super Set<K>, ? extends Map<? extends K, ? extends V>> creator,
            CreationOptions<V> options);

    /**
     * The value of a key, fresh or stale, and its age. Counts nothing and moves no deadline.
     *
     * @param key the key
     * @return what there is
     */
    Optional<Cached<V>> get(K key);

    /**
     * Stores a value, as {@link javax.cache.Cache#put} does.
     *
     * @param key the key
     * @param value the value
     */
    void set(K key, V value);

    /**
     * Removes an entry, as {@link javax.cache.Cache#remove(Object)} does: the next one who asks makes a new value, and
     * nobody is given the old one.
     *
     * @param key the key
     */
    void remove(K key);

    /**
     * Creates a value whatever there is, under the lock of the key: after whoever is creating one now.
     *
     * @param key the key
     * @param creator makes the value; if it makes none, what is there stays
     * @return the value; null if the creator made none
     */
    @Nullable
    V refresh(K key, Function<? super K, ? extends @Nullable V> creator);

    /**
     * Makes all values stale or gone that were stored up to now, in one step. No listener hears of it.
     *
     * <p>Where values are on servers this holds for this JVM, or, with the option {@code invalidation = shared}, for
     * all JVMs that share the cache and have set it so: at once for this one, for the others within a second and the
     * time of one read. What "before" means is judged by the clocks of the JVMs. A JVM that starts later knows of it
     * only if it is shared.
     *
     * <p>Plain operations don't see stale values where {@code expiration_time} governs; where an expiry policy does, it
     * alone says what they see, and only a hard invalidation concerns them.
     *
     * @param kind what becomes of the values
     */
    void invalidate(Invalidation kind);

    /**
     * Whether somebody is creating the value of a key, here or in another JVM. The answer may be over when it is given.
     *
     * @param key the key
     * @return whether somebody is
     */
    boolean isLocked(K key);

    /**
     * A function whose values are kept here, by its argument.
     *
     * @param function makes the value for a key; null: there is none, and it isn't kept
     * @return the function, and what is to be done with one of its values
     */
    default Memoized<K, V> memoize(Function<? super K, ? extends @Nullable V> function) {
        return memoize(function, CreationOptions.defaults());
    }

    /**
     * A function whose values are kept here, by its argument.
     *
     * @param function makes the value for a key; null: there is none, and it isn't kept
     * @param options how
     * @return the function, and what is to be done with one of its values
     */
    default Memoized<K, V> memoize(Function<? super K, ? extends @Nullable V> function, CreationOptions<V> options) {
        return new Memoized<>(this, function, options);
    }

    /**
     * The same without waiting.
     *
     * @return a face of this region
     */
    AsyncRegion<K, V> async();
}
