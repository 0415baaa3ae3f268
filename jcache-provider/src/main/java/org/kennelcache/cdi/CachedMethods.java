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

    /** See {@link GetOrCreate#getOrCreate}. */
    @Nullable
    Object getOrCreate(Cache<Object, Object> cache, GeneratedCacheKey key, Creation creation) throws Exception;
}
