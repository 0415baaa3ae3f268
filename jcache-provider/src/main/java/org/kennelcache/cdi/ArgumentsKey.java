package org.kennelcache.cdi;

import java.util.Arrays;
import java.util.List;
import javax.cache.annotation.GeneratedCacheKey;
import org.jspecify.annotations.Nullable;

/**
 * The key of an annotated method that names no {@link javax.cache.annotation.CacheKeyGenerator}: the arguments of its
 * key parameters.
 *
 * <p>Two keys are equal if {@link Arrays#deepEquals(Object[], Object[])} says so of their arguments, as JSR-107 wants
 * it. The name of the method is no part of the key: methods that share a cache and take equal arguments share an entry.
 * Arrays are copied; other arguments are not, so those that can change must not.
 *
 * @param arguments the arguments; arrays in them are replaced by a form that compares by content
 */
public record ArgumentsKey(List<@Nullable Object> arguments) implements GeneratedCacheKey {

    /** Copies the arguments. */
    public ArgumentsKey {
        arguments =
                arguments.stream().<@Nullable Object>map(ArrayArgument::frozen).toList();
    }

    /**
     * The key that an annotated method has for these arguments, to reach its entry through {@link javax.cache.Cache}.
     *
     * @param arguments one for each key parameter, in their order
     */
    public static ArgumentsKey of(@Nullable Object... arguments) {
        return new ArgumentsKey(Arrays.asList(arguments));
    }
}
