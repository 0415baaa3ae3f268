package org.kennelcache.cdi;

import jakarta.annotation.Priority;
import jakarta.inject.Inject;
import jakarta.interceptor.AroundInvoke;
import jakarta.interceptor.Interceptor;
import jakarta.interceptor.InvocationContext;
import java.io.Serializable;
import javax.cache.annotation.CacheInvocationParameter;
import javax.cache.annotation.CachePut;
import org.jspecify.annotations.Nullable;

/** Stores an argument of a method; null is not stored. */
@CachePut
@Interceptor
@Priority(Interceptor.Priority.LIBRARY_BEFORE)
final class CachePutInterceptor implements Serializable {

    private static final long serialVersionUID = 1;

    @SuppressWarnings("serial") // a client proxy, which is
    private final CachedMethods methods;

    @Inject
    CachePutInterceptor(CachedMethods methods) {
        this.methods = methods;
    }

    @AroundInvoke
    @Nullable
    Object around(InvocationContext context) throws Exception {
        CachedMethod<CachePut> method = methods.find(Kind.PUT, context);
        if (method == null) {
            return context.proceed();
        }
        CachePut annotation = method.annotation();
        Invocation<CachePut> invocation = method.invocation(context);
        return new Effect(
                        annotation.afterInvocation(),
                        ExceptionRule.noneByDefault(annotation.cacheFor(), annotation.noCacheFor()))
                .around(context, () -> put(method, invocation));
    }

    private static void put(CachedMethod<CachePut> method, Invocation<CachePut> invocation) {
        CacheInvocationParameter parameter = invocation.getValueParameter();
        Object value = parameter == null ? null : parameter.getValue();
        if (value != null) {
            method.cache(invocation).put(method.key(invocation), value);
        }
    }
}
