package org.kennelcache.cdi;

import jakarta.interceptor.InvocationContext;
import java.lang.annotation.Annotation;
import javax.cache.Cache;
import javax.cache.annotation.GeneratedCacheKey;
import org.jspecify.annotations.Nullable;

/** What the interceptors of an application share. */
interface CachedMethods {

    /**
     * The method that is being called; null if another kind of annotation governs it, as where the method's own goes before the
     * one of its class that brought the interceptor here.
     */
    <A extends Annotation> @Nullable CachedMethod<A> find(Kind<A> kind, InvocationContext context);

    /**
     * The value of a key, created if need be.
     *
     * @return the value; null if there is none and none was created
     * @throws Exception what the creation throws
     */
    @Nullable
    Object getOrCreate(Cache<Object, Object> cache, GeneratedCacheKey key, Creation creation) throws Exception;
}
