package org.kennelcache.cdi;

import jakarta.interceptor.InvocationContext;
import java.lang.annotation.Annotation;
import java.lang.reflect.Method;
import java.util.List;
import java.util.Set;
import javax.cache.annotation.CacheInvocationParameter;
import javax.cache.annotation.CacheKeyInvocationContext;
import org.jspecify.annotations.Nullable;

/**
 * A call of a cached method, as key generators and cache resolvers see it. Arguments are those that the next
 * interceptor would be given now.
 */
final class Invocation<A extends Annotation> implements CacheKeyInvocationContext<A> {

    private final MethodDetails<A> details;
    private final InvocationContext context;

    Invocation(MethodDetails<A> details, InvocationContext context) {
        this.details = details;
        this.context = context;
    }

    @Override
    public Object getTarget() {
        return context.getTarget();
    }

    @Override
    public CacheInvocationParameter[] getAllParameters() {
        return arguments(details.parameters().all());
    }

    @Override
    public CacheInvocationParameter[] getKeyParameters() {
        return arguments(details.parameters().keys());
    }

    private CacheInvocationParameter[] arguments(List<ParameterDetails> parameters) {
        return parameters.stream().map(this::argument).toArray(CacheInvocationParameter[]::new);
    }

    @Override
    public @Nullable CacheInvocationParameter getValueParameter() {
        ParameterDetails value = details.parameters().value();
        return value == null ? null : argument(value);
    }

    private Argument argument(ParameterDetails parameter) {
        return new Argument(parameter, context.getParameters()[parameter.position()]);
    }

    /** {@inheritDoc} It and its supertypes are given, and the {@link InvocationContext}. */
    @Override
    public <T> T unwrap(Class<T> type) {
        if (type.isInstance(this)) {
            return type.cast(this);
        }
        if (type.isInstance(context)) {
            return type.cast(context);
        }
        throw new IllegalArgumentException("a call of a cached method cannot be unwrapped to " + type.getName()
                + "; allowed: " + InvocationContext.class.getName());
    }

    @Override
    public Method getMethod() {
        return details.getMethod();
    }

    @Override
    public Set<Annotation> getAnnotations() {
        return details.getAnnotations();
    }

    @Override
    public A getCacheAnnotation() {
        return details.getCacheAnnotation();
    }

    @Override
    public String getCacheName() {
        return details.getCacheName();
    }
}
