package org.kennelcache.jcache;

import static org.kennelcache.jcache.Translation.translated;

import java.util.HashMap;
import java.util.HashSet;
import java.util.Map;
import java.util.Set;
import java.util.function.Function;
import javax.cache.CacheException;
import javax.cache.processor.EntryProcessor;
import javax.cache.processor.EntryProcessorException;
import javax.cache.processor.EntryProcessorResult;
import org.jspecify.annotations.Nullable;
import org.kennelcache.dogpile.Dogpile;
import org.kennelcache.region.Created;
import org.kennelcache.region.CreatorException;
import org.kennelcache.region.Region;

/**
 * Entry processors on a region. A {@link Dogpile} is no processor of an entry there, but gets or creates.
 *
 * @param region what they work on
 * @param requireOpen throws if the cache is closed
 */
record Invocations<K, V>(Region<K, V> region, Runnable requireOpen) {

    <T> @Nullable T one(K key, EntryProcessor<K, V, T> processor, @Nullable Object... arguments) {
        requireOpen.run();
        return translated(() -> processor instanceof Dogpile<?, ?> dogpile
                ? result(getOrCreate(key, own(dogpile)))
                : region.invoke(key, processor, arguments));
    }

    <T> Map<K, EntryProcessorResult<T>> all(
            Set<? extends K> keys, EntryProcessor<K, V, T> processor, @Nullable Object... arguments) {
        if (processor instanceof Dogpile<?, ?> dogpile) {
            return getOrCreateAll(keys, own(dogpile));
        }
        Map<K, EntryProcessorResult<T>> results = new HashMap<>();
        for (K key : new HashSet<>(keys)) {
            EntryProcessorResult<T> result = attempt(key, processor, arguments);
            if (result != null) {
                results.put(key, result);
            }
        }
        return results;
    }

    private <T> @Nullable EntryProcessorResult<T> attempt(
            K key, EntryProcessor<K, V, T> processor, @Nullable Object... arguments) {
        try {
            T result = one(key, processor, arguments);
            return result == null ? null : () -> result;
        } catch (EntryProcessorException e) {
            return failed(e);
        } catch (CacheException e) {
            return failed(new EntryProcessorException(e));
        }
    }

    private @Nullable V getOrCreate(K key, Dogpile<K, V> dogpile) {
        try {
            return region.dogpiles().getOrCreate(key, wrapping(dogpile.creator()), dogpile.options());
        } catch (CreatorException e) {
            throw e.asProcessorFailure();
        }
    }

    private <T> Map<K, EntryProcessorResult<T>> getOrCreateAll(Set<? extends K> keys, Dogpile<K, V> dogpile) {
        requireOpen.run();
        Function<? super K, ? extends @Nullable V> creator = wrapping(dogpile.creator());
        Created<K, V> created = translated(
                () -> region.dogpiles().getOrCreateEach(keys, missing -> each(missing, creator), dogpile.options()));
        Map<K, EntryProcessorResult<T>> results = new HashMap<>();
        created.values().forEach((key, value) -> results.put(key, () -> result(value)));
        created.failures().forEach((key, failure) -> results.put(key, failed(failure.asProcessorFailure())));
        return results;
    }

    private static <K, V> Created<K, V> each(Set<K> missing, Function<? super K, ? extends @Nullable V> creator) {
        Map<K, V> values = new HashMap<>(missing.size() * 2);
        Map<K, CreatorException> failures = new HashMap<>();
        for (K key : missing) {
            try {
                V value = creator.apply(key);
                if (value != null) {
                    values.put(key, value);
                }
            } catch (CreatorException e) {
                failures.put(key, e);
            }
        }
        return new Created<>(values, failures);
    }

    private static <K, V> Function<? super K, ? extends @Nullable V> wrapping(
            Function<? super K, ? extends @Nullable V> creator) {
        return key -> CreatorException.wrapping(creator, key);
    }

    private static <T> EntryProcessorResult<T> failed(EntryProcessorException failure) {
        return () -> {
            throw failure;
        };
    }

    @SuppressWarnings("unchecked") // as a processor of this cache it has these types
    private Dogpile<K, V> own(Dogpile<?, ?> dogpile) {
        return (Dogpile<K, V>) dogpile;
    }

    @SuppressWarnings({"unchecked", "TypeParameterUnusedInFormals"}) // a Dogpile's result is a value
    private static <T> @Nullable T result(@Nullable Object value) {
        return (T) value;
    }
}
