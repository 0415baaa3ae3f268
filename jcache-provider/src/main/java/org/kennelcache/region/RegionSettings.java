package org.kennelcache.region;

import java.util.concurrent.Executor;
import java.util.function.ToIntBiFunction;
import java.util.random.RandomGenerator;
import javax.cache.expiry.ExpiryPolicy;
import javax.cache.integration.CacheLoader;
import javax.cache.integration.CacheWriter;
import org.jspecify.annotations.Nullable;

/**
 * What a region has to know when it is made.
 *
 * @param storage where entries are
 * @param keyType the type of the keys, {@code Object} where the cache has none
 * @param valueType the type of the values, {@code Object} where the cache has none
 * @param storeByValue whether what is stored is kept apart from the application's own objects
 * @param classLoader where the classes of copies are looked up
 * @param expiryPolicy sets deadlines
 * @param loader loads for {@code loadAll}, and for reads if {@code readThrough}; null: none
 * @param readThrough whether reads load what is missing
 * @param writer writes before a change is stored; null: the cache isn't write-through
 * @param statisticsEnabled whether to count
 * @param bound the largest number of entries, or their largest total weight; 0: unbounded
 * @param weigher the weight of an entry, 0 or more; null: every entry weighs 1
 * @param clocks tell the time
 * @param random gives versions and jitter; for many threads at once, and different in every process
 * @param background runs {@code loadAll} and what nobody waits for
 * @param upkeep runs the heap's evictions and sweeps. Caffeine resumes at once what it had to leave undone only on the
 *     JVM's common pool; on any other, when the cache is used again
 * @param dogpile how values are made
 */
public record RegionSettings<K, V>(
        Storage storage,
        Class<K> keyType,
        Class<V> valueType,
        boolean storeByValue,
        ClassLoader classLoader,
        ExpiryPolicy expiryPolicy,
        @Nullable CacheLoader<K, V> loader,
        boolean readThrough,
        @Nullable CacheWriter<? super K, ? super V> writer,
        boolean statisticsEnabled,
        long bound,
        @Nullable ToIntBiFunction<? super K, ? super V> weigher,
        Clocks clocks,
        RandomGenerator random,
        Executor background,
        Executor upkeep,
        DogpileSettings dogpile) {}
