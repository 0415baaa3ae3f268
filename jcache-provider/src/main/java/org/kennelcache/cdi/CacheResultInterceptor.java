package org.kennelcache.cdi;

import jakarta.annotation.Priority;
import jakarta.inject.Inject;
import jakarta.interceptor.AroundInvoke;
import jakarta.interceptor.Interceptor;
import jakarta.interceptor.InvocationContext;
import java.io.Serializable;
import javax.cache.Cache;
import javax.cache.annotation.CacheResult;
import javax.cache.annotation.GeneratedCacheKey;
import org.jspecify.annotations.Nullable;

/** Gives the cached result of a method, or calls it and caches its result. */
@CacheResult
@Interceptor
@Priority(Interceptor.Priority.LIBRARY_BEFORE)
final class CacheResultInterceptor implements Serializable {

    private static final long serialVersionUID = 1;

    @SuppressWarnings("serial") // a client proxy, which is
    private final CachedMethods methods;

    @Inject
    CacheResultInterceptor(CachedMethods methods) {
        this.methods = methods;
    }

    @AroundInvoke
    @Nullable
    Object around(InvocationContext context) throws Exception {
        CachedMethod<CacheResult> method = methods.find(Kind.RESULT, context);
        if (method == null) {
            return context.proceed();
        }
        Invocation<CacheResult> invocation = method.invocation(context);
        Cache<Object, Object> cache = method.cache(invocation);
        GeneratedCacheKey key = method.key(invocation);
        Creation creation = new ResultCreation(context, key, method.annotation(), method.exceptionCache(invocation));
        return method.annotation().skipGet() ? create(cache, key, creation) : methods.getOrCreate(cache, key, creation);
    }

    private static @Nullable Object create(Cache<Object, Object> cache, GeneratedCacheKey key, Creation creation)
            throws Exception {
        Object created = creation.create();
        if (created != null) {
            cache.put(key, created);
        }
        return created;
    }
}
