package org.kennelcache.cdi;

import java.lang.reflect.Method;
import java.lang.reflect.Parameter;
import java.util.List;
import java.util.stream.IntStream;
import javax.cache.annotation.CacheKey;
import javax.cache.annotation.CachePut;
import javax.cache.annotation.CacheValue;
import org.jspecify.annotations.Nullable;

/**
 * The parameters of a cached method.
 *
 * @param all all of them
 * @param keys those that make up the key: the ones with {@link CacheKey}, or all but the value where none has it
 * @param value the one with {@link CacheValue}; null: there is none
 */
record Parameters(
        List<ParameterDetails> all,
        List<ParameterDetails> keys,
        @Nullable ParameterDetails value) {

    /**
     * The parameters of a method.
     *
     * @throws IllegalArgumentException if {@link CacheValue} is missing on a method that puts, or is somewhere else
     */
    static Parameters of(Method method, Kind<?> kind) {
        Parameter[] declared = method.getParameters();
        List<ParameterDetails> all = IntStream.range(0, declared.length)
                .mapToObj(position -> ParameterDetails.of(declared[position], position))
                .toList();
        List<ParameterDetails> values =
                all.stream().filter(each -> each.has(CacheValue.class)).toList();
        int allowed = kind.type() == CachePut.class ? 1 : 0;
        if (values.size() != allowed) {
            throw new IllegalArgumentException(kind + " on " + method + ": " + values.size()
                    + " parameters are annotated with @CacheValue; allowed: " + allowed);
        }
        List<ParameterDetails> candidates =
                all.stream().filter(each -> !values.contains(each)).toList();
        List<ParameterDetails> marked =
                candidates.stream().filter(each -> each.has(CacheKey.class)).toList();
        return new Parameters(all, marked.isEmpty() ? candidates : marked, values.isEmpty() ? null : values.get(0));
    }
}
