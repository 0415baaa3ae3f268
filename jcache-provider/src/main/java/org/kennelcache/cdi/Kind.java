package org.kennelcache.cdi;

import java.lang.annotation.Annotation;
import java.lang.reflect.AnnotatedElement;
import java.util.List;
import java.util.function.Function;
import javax.cache.annotation.CacheKeyGenerator;
import javax.cache.annotation.CachePut;
import javax.cache.annotation.CacheRemove;
import javax.cache.annotation.CacheRemoveAll;
import javax.cache.annotation.CacheResult;
import org.jspecify.annotations.Nullable;

/**
 * One of the four annotations that make a method a cached one.
 *
 * @param type the annotation
 * @param attributes what it has in common with the others
 */
record Kind<A extends Annotation>(Class<A> type, Function<A, Attributes> attributes) {

    static final Kind<CacheResult> RESULT = new Kind<>(
            CacheResult.class, a -> new Attributes(a.cacheName(), a.cacheResolverFactory(), a.cacheKeyGenerator()));

    static final Kind<CachePut> PUT = new Kind<>(
            CachePut.class, a -> new Attributes(a.cacheName(), a.cacheResolverFactory(), a.cacheKeyGenerator()));

    static final Kind<CacheRemove> REMOVE = new Kind<>(
            CacheRemove.class, a -> new Attributes(a.cacheName(), a.cacheResolverFactory(), a.cacheKeyGenerator()));

    static final Kind<CacheRemoveAll> REMOVE_ALL = new Kind<>(
            CacheRemoveAll.class,
            a -> new Attributes(a.cacheName(), a.cacheResolverFactory(), CacheKeyGenerator.class));

    static final List<Kind<?>> ALL = List.of(RESULT, PUT, REMOVE, REMOVE_ALL);

    /**
     * The kind that a method or a class is annotated with, if it is.
     *
     * @throws IllegalArgumentException if there are several; JSR-107 has one for a method
     */
    static @Nullable Kind<?> of(AnnotatedElement element) {
        List<Kind<?>> present = ALL.stream()
                .filter(kind -> element.isAnnotationPresent(kind.type))
                .toList();
        if (present.size() > 1) {
            throw new IllegalArgumentException(element + " is annotated with "
                    + String.join(" and ", present.stream().map(Kind::toString).toList()) + "; allowed: one of them");
        }
        return present.isEmpty() ? null : present.get(0);
    }

    @Override
    public String toString() {
        return "@" + type.getSimpleName();
    }
}
