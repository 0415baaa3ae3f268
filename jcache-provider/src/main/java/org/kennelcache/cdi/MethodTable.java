package org.kennelcache.cdi;

import jakarta.interceptor.InvocationContext;
import java.lang.annotation.Annotation;
import java.lang.reflect.Method;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import javax.cache.Cache;
import javax.cache.annotation.CacheKeyGenerator;
import javax.cache.annotation.CacheResolver;
import javax.cache.annotation.CacheResolverFactory;
import javax.cache.annotation.CacheResult;
import javax.cache.annotation.GeneratedCacheKey;
import org.jspecify.annotations.Nullable;
import org.kennelcache.jcache.KennelCache;

/** Remembers what was found out about each method of each class of beans. */
final class MethodTable implements CachedMethods {

    private final Components components;
    private final CacheResolverFactory defaultResolverFactory;
    private final CacheKeyGenerator defaultKeyGenerator = new ArgumentsKeyGenerator();
    private final LocalResults localResults = new LocalResults();
    private final Map<Called, CachedMethod<?>> methods = new ConcurrentHashMap<>();

    MethodTable(Components components) {
        this.components = components;
        this.defaultResolverFactory = new DefaultResolverFactory(components);
    }

    @Override
    @SuppressWarnings("unchecked") // details of this kind
    public <A extends Annotation> @Nullable CachedMethod<A> find(Kind<A> kind, InvocationContext context) {
        Called called = new Called(context.getTarget().getClass(), context.getMethod());
        CachedMethod<?> method = methods.get(called);
        if (method == null) {
            method = remember(called);
        }
        return method.details().as(kind) != null ? (CachedMethod<A>) method : null;
    }

    /** Holds no lock meanwhile: the application's factories may call cached methods themselves. */
    private CachedMethod<?> remember(Called called) {
        CachedMethod<?> made = prepare(MethodDetails.of(called.beanClass, called.method));
        CachedMethod<?> earlier = methods.putIfAbsent(called, made);
        return earlier == null ? made : earlier;
    }

    private <A extends Annotation> CachedMethod<A> prepare(MethodDetails<A> details) {
        CacheResolverFactory factory = resolverFactory(details.attributes());
        return new CachedMethod<>(
                details,
                factory.getCacheResolver(details),
                exceptionResolver(factory, details.as(Kind.RESULT)),
                keyGenerator(details.attributes()));
    }

    private static @Nullable CacheResolver exceptionResolver(
            CacheResolverFactory factory, @Nullable MethodDetails<CacheResult> details) {
        return details == null
                        || details.getCacheAnnotation().exceptionCacheName().isEmpty()
                ? null
                : factory.getExceptionCacheResolver(details);
    }

    private CacheResolverFactory resolverFactory(Attributes attributes) {
        return attributes.resolverFactory() == CacheResolverFactory.class
                ? defaultResolverFactory
                : components.get(attributes.resolverFactory());
    }

    private CacheKeyGenerator keyGenerator(Attributes attributes) {
        return attributes.keyGenerator() == CacheKeyGenerator.class
                ? defaultKeyGenerator
                : components.get(attributes.keyGenerator());
    }

    @Override
    public @Nullable Object getOrCreate(Cache<Object, Object> cache, GeneratedCacheKey key, Creation creation)
            throws Exception {
        return cache instanceof KennelCache<Object, Object> kennels
                ? new SharedResults(kennels).getOrCreate(key, creation)
                : localResults.getOrCreate(cache, key, creation);
    }

    /** A method of a class of beans; a subclass may have other defaults for a method that it inherits. */
    private record Called(Class<?> beanClass, Method method) {}
}
