package org.kennelcache.cdi;

import jakarta.annotation.Priority;
import jakarta.inject.Inject;
import jakarta.interceptor.AroundInvoke;
import jakarta.interceptor.Interceptor;
import jakarta.interceptor.InvocationContext;
import java.io.Serializable;
import javax.cache.annotation.CacheRemoveAll;
import org.jspecify.annotations.Nullable;

/** Removes all entries. */
@CacheRemoveAll
@Interceptor
@Priority(Interceptor.Priority.LIBRARY_BEFORE)
final class CacheRemoveAllInterceptor implements Serializable {

    private static final long serialVersionUID = 1;

    @SuppressWarnings("serial") // a client proxy, which is
    private final CachedMethods methods;

    @Inject
    CacheRemoveAllInterceptor(CachedMethods methods) {
        this.methods = methods;
    }

    @AroundInvoke
    @Nullable
    Object around(InvocationContext context) throws Exception {
        CachedMethod<CacheRemoveAll> method = methods.find(Kind.REMOVE_ALL, context);
        if (method == null) {
            return context.proceed();
        }
        CacheRemoveAll annotation = method.annotation();
        Invocation<CacheRemoveAll> invocation = method.invocation(context);
        return new Effect(
                        annotation.afterInvocation(),
                        ExceptionRule.noneByDefault(annotation.evictFor(), annotation.noEvictFor()))
                .around(context, () -> method.cache(invocation).removeAll());
    }
}
