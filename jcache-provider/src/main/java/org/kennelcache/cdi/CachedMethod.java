package org.kennelcache.cdi;

import jakarta.interceptor.InvocationContext;
import java.lang.annotation.Annotation;
import javax.cache.Cache;
import javax.cache.CacheException;
import javax.cache.annotation.CacheKeyGenerator;
import javax.cache.annotation.CacheResolver;
import javax.cache.annotation.GeneratedCacheKey;
import org.jspecify.annotations.Nullable;

/**
 * A method whose calls are cached, ready to be called.
 *
 * @param details what its annotations say
 * @param resolver finds its cache
 * @param exceptionResolver finds the cache of its exceptions; null: they aren't cached
 * @param keyGenerator makes its keys
 */
record CachedMethod<A extends Annotation>(
        MethodDetails<A> details,
        CacheResolver resolver,
        @Nullable CacheResolver exceptionResolver,
        CacheKeyGenerator keyGenerator) {

    A annotation() {
        return details.getCacheAnnotation();
    }

    Invocation<A> invocation(InvocationContext context) {
        return new Invocation<>(details, context);
    }

    /**
     * The cache of a call.
     *
     * @throws CacheException if the resolver gave none
     */
    Cache<Object, Object> cache(Invocation<A> invocation) {
        return resolved(resolver, invocation);
    }

    /** The cache of the exceptions of a call, if they are cached. */
    @Nullable
    Cache<Object, Object> exceptionCache(Invocation<A> invocation) {
        return exceptionResolver == null ? null : resolved(exceptionResolver, invocation);
    }

    /**
     * The key of a call, of the arguments as they are now.
     *
     * @throws CacheException if the generator gave none
     */
    GeneratedCacheKey key(Invocation<A> invocation) {
        return required(keyGenerator.generateCacheKey(invocation), keyGenerator, "key");
    }

    private Cache<Object, Object> resolved(CacheResolver by, Invocation<A> invocation) {
        return required(by.<Object, Object>resolveCache(invocation), by, "cache");
    }

    private <T> T required(@Nullable T given, Object giver, String what) {
        if (given == null) {
            throw new CacheException(giver.getClass().getName() + " gave no " + what + " for " + details.getMethod());
        }
        return given;
    }
}
