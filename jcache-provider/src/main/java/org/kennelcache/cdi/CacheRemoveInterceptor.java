package org.kennelcache.cdi;

import jakarta.annotation.Priority;
import jakarta.inject.Inject;
import jakarta.interceptor.AroundInvoke;
import jakarta.interceptor.Interceptor;
import jakarta.interceptor.InvocationContext;
import java.io.Serializable;
import javax.cache.annotation.CacheRemove;
import org.jspecify.annotations.Nullable;

/** Removes the entry of a call. */
@CacheRemove
@Interceptor
@Priority(Interceptor.Priority.LIBRARY_BEFORE)
final class CacheRemoveInterceptor implements Serializable {

    private static final long serialVersionUID = 1;

    @SuppressWarnings("serial") // a client proxy, which is
    private final CachedMethods methods;

    @Inject
    CacheRemoveInterceptor(CachedMethods methods) {
        this.methods = methods;
    }

    @AroundInvoke
    @Nullable
    Object around(InvocationContext context) throws Exception {
        CachedMethod<CacheRemove> method = methods.find(Kind.REMOVE, context);
        if (method == null) {
            return context.proceed();
        }
        CacheRemove annotation = method.annotation();
        Invocation<CacheRemove> invocation = method.invocation(context);
        return new Effect(
                        annotation.afterInvocation(),
                        ExceptionRule.noneByDefault(annotation.evictFor(), annotation.noEvictFor()))
                .around(context, () -> method.cache(invocation).remove(method.key(invocation)));
    }
}
