package org.kennelcache.dogpile;

import java.util.Objects;
import java.util.function.Function;
import javax.cache.processor.EntryProcessor;
import javax.cache.processor.MutableEntry;
import org.jspecify.annotations.Nullable;

/**
 * Gets a value or creates it, as an entry processor: {@code cache.invoke(key, Dogpile.getOrCreate(key -> load(key)))},
 * and
 * {@code cache.invokeAll(keys, ...)} for several.
 *
 * <p>In a cache of Kennel's the creator runs outside the entry, under the lock of its region: once for a key, across
 * the threads and JVMs that ask at the same time, while others read and write the entry as they like. {@code invokeAll}
 * reads together what is there, and creates what is missing.
 *
 * <p>In a cache of another provider this is an entry processor like any other: it runs in the entry, as often as that
 * provider sees fit, and of the options only {@code shouldCache} has a meaning.
 *
 * <p>What is created counts as loaded: listeners hear of it, a {@link javax.cache.integration.CacheWriter} does not.
 *
 * <p>A creator that gives null creates nothing, and null is the answer. What it throws comes out as the cause of an
 * {@link javax.cache.processor.EntryProcessorException}, as what any processor throws does.
 *
 * @param <K> the type of the keys
 * @param <V> the type of the values
 */
public final class Dogpile<K, V> implements EntryProcessor<K, V, V> {

    private final Function<? super K, ? extends @Nullable V> creator;
    private final CreationOptions<V> options;

    private Dogpile(Function<? super K, ? extends @Nullable V> creator, CreationOptions<V> options) {
        this.creator = Objects.requireNonNull(creator, "creator");
        this.options = Objects.requireNonNull(options, "options");
    }

    /**
     * A processor with the cache's own options.
     *
     * @param creator makes the value for a key
     * @param <K> the type of the keys
     * @param <V> the type of the values
     * @return a processor, for any number of calls
     */
    public static <K, V> Dogpile<K, V> getOrCreate(Function<? super K, ? extends @Nullable V> creator) {
        return new Dogpile<>(creator, CreationOptions.defaults());
    }

    /**
     * A processor.
     *
     * @param creator makes the value for a key
     * @param options how
     * @param <K> the type of the keys
     * @param <V> the type of the values
     * @return a processor, for any number of calls
     */
    public static <K, V> Dogpile<K, V> getOrCreate(
            Function<? super K, ? extends @Nullable V> creator, CreationOptions<V> options) {
        return new Dogpile<>(creator, options);
    }

    /**
     * What makes values.
     *
     * @return the creator
     */
    public Function<? super K, ? extends @Nullable V> creator() {
        return creator;
    }

    /**
     * How values are got or created.
     *
     * @return the options
     */
    public CreationOptions<V> options() {
        return options;
    }

    /** {@inheritDoc} What other providers call; Kennel doesn't. */
    @Override
    public @Nullable V process(MutableEntry<K, V> entry, @Nullable Object... arguments) {
        if (entry.exists()) {
            return entry.getValue();
        }
        V created = creator.apply(entry.getKey());
        if (created != null && options.shouldCache().test(created)) {
            entry.setValue(created);
        }
        return created;
    }
}
