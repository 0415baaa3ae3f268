package org.kennelcache.cdi;

import java.lang.annotation.Annotation;
import java.util.Set;
import javax.cache.annotation.CacheInvocationParameter;
import org.jspecify.annotations.Nullable;

/**
 * A parameter and what a caller gave for it.
 *
 * @param details the parameter
 * @param value what was given
 */
record Argument(ParameterDetails details, @Nullable Object value) implements CacheInvocationParameter {

    @Override
    public Class<?> getRawType() {
        return details.rawType();
    }

    @Override
    public @Nullable Object getValue() {
        return value;
    }

    @Override
    public Set<Annotation> getAnnotations() {
        return details.annotations();
    }

    @Override
    public int getParameterPosition() {
        return details.position();
    }
}
