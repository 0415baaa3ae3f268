package org.kennelcache.cdi;

import jakarta.interceptor.InvocationContext;
import javax.cache.Cache;
import javax.cache.annotation.CacheResult;
import javax.cache.annotation.GeneratedCacheKey;
import org.jspecify.annotations.Nullable;

/**
 * A call of a method with {@link CacheResult}: the method makes the value, unless an exception of it is cached.
 *
 * @param context the call
 * @param key its key
 * @param annotation says which exceptions are cached
 * @param exceptions where they are; null: nowhere
 */
record ResultCreation(
        InvocationContext context,
        GeneratedCacheKey key,
        CacheResult annotation,
        @Nullable Cache<Object, Object> exceptions)
        implements Creation {

    @Override
    public void check() throws Exception {
        if (exceptions != null && exceptions.get(key) instanceof Throwable cached) {
            throw ResultCreation.<Exception>asDeclared(cached);
        }
    }

    @Override
    public void checkAgain() throws Exception {
        if (exceptions != null && exceptions.containsKey(key)) {
            check();
        }
    }

    @Override
    public @Nullable Object create() throws Exception {
        try {
            return context.proceed();
        } catch (Throwable failure) {
            if (exceptions != null && isCached(failure)) {
                Effect.attempt(() -> exceptions.put(key, failure), failure);
            }
            throw failure;
        }
    }

    private boolean isCached(Throwable failure) {
        return ExceptionRule.allByDefault(annotation.cachedExceptions(), annotation.nonCachedExceptions())
                .includes(failure);
    }

    /** The exception as it is: the method that threw it declares it, whatever interceptors may declare. */
    @SuppressWarnings({"unchecked", "TypeParameterUnusedInFormals"})
    private static <T extends Throwable> T asDeclared(Throwable cached) throws T {
        throw (T) cached;
    }
}
