package org.kennelcache.dogpile;

import java.util.HashMap;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;

/**
 * A function whose values are kept in a {@link Region}: {@link Region#memoize}.
 *
 * <p>The argument is the key, and nothing else is part of it. A function of several arguments takes a record of them; functions
 * that give different values for equal arguments have a cache each.
 *
 * <p>For any number of threads. What the function throws, and what else is thrown, is as {@link Region} says.
 *
 * @param <K> the type of the argument
 * @param <V> the type of the values
 */
public final class Memoized<K, V> implements Function<K, @Nullable V> {

    private final Region<K, V> region;
    private final Function<? super K, ? extends @Nullable V> function;
    private final CreationOptions<V> options;

    Memoized(Region<K, V> region, Function<? super K, ? extends @Nullable V> function, CreationOptions<V> options) {
        this.region = region;
        this.function = Objects.requireNonNull(function, "function");
        this.options = Objects.requireNonNull(options, "options");
    }

    /**
     * The value for an argument: the one that is kept or, once for all who ask at the same time, that of the function.
     *
     * @param argument the argument
     * @return the value; null if the function gave none
     */
    @Override
    public @Nullable V apply(K argument) {
        return region.getOrCreate(argument, function, options);
    }

    /**
     * The values for arguments. Those that are missing are locked together, and the function is called for one after the other.
     *
     * @param arguments the arguments
     * @return the values by argument, without those for which the function gave none
     */
    public Map<K, V> applyAll(Set<? extends K> arguments) {
        return region.getOrCreateMulti(arguments, this::callForEach, options);
    }

    private Map<K, V> callForEach(Set<? extends K> missing) {
        Map<K, V> made = new HashMap<>(missing.size() * 2);
        for (K argument : missing) {
            V value = function.apply(argument);
            if (value != null) {
                made.put(argument, value);
            }
        }
        return made;
    }

    /**
     * What is kept for an argument; the function isn't called.
     *
     * @param argument the argument
     * @return the value, fresh or stale, and its age
     */
    public Optional<Cached<V>> get(K argument) {
        return region.get(argument);
    }

    /**
     * Keeps a value for an argument; the function isn't called.
     *
     * @param argument the argument
     * @param value the value
     */
    public void set(K argument, V value) {
        region.set(argument, value);
    }

    /**
     * Calls the function whatever is kept, and keeps what it gives.
     *
     * @param argument the argument
     * @return the value; null if the function gave none, and what is kept stays
     */
    public @Nullable V refresh(K argument) {
        return region.refresh(argument, function);
    }

    /**
     * Forgets what is kept for an argument.
     *
     * @param argument the argument
     */
    public void invalidate(K argument) {
        region.remove(argument);
    }
}
