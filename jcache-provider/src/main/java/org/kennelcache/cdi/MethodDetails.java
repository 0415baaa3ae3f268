package org.kennelcache.cdi;

import java.lang.annotation.Annotation;
import java.lang.reflect.AnnotatedElement;
import java.lang.reflect.Method;
import java.util.Arrays;
import java.util.Set;
import java.util.stream.Collectors;
import javax.cache.annotation.CacheDefaults;
import javax.cache.annotation.CacheMethodDetails;
import org.jspecify.annotations.Nullable;

/**
 * What a cached method says of itself and its class says for it.
 *
 * <p>An annotation of the method itself counts before one of its class. That of the class is the one of the bean's
 * class or, where that has none, of the nearest superclass. Interfaces are not asked, nor are methods that are
 * overridden (JSR-250, section 2.1, which JSR-107 follows).
 */
final class MethodDetails<A extends Annotation> implements CacheMethodDetails<A> {

    private final Kind<A> kind;
    private final Method method;
    private final A annotation;
    private final Attributes attributes;
    private final Parameters parameters;

    private MethodDetails(Kind<A> kind, A annotation, Class<?> beanClass, Method method) {
        this.kind = kind;
        this.method = method;
        this.annotation = annotation;
        this.attributes = kind.attributes().apply(annotation).orElse(defaults(beanClass));
        this.parameters = Parameters.of(method, kind);
    }

    /**
     * The details of a method.
     *
     * @param beanClass the class of the bean, or a subclass that the container made of it
     * @throws IllegalArgumentException if its annotations contradict each other, or there are none
     */
    static MethodDetails<?> of(Class<?> beanClass, Method method) {
        Kind<?> own = Kind.of(method);
        if (own != null) {
            return of(own, method, beanClass, method);
        }
        for (Class<?> type = beanClass; type != null; type = type.getSuperclass()) {
            Kind<?> common = Kind.of(type);
            if (common != null) {
                return of(common, type, beanClass, method);
            }
        }
        throw new IllegalArgumentException(method + " was intercepted to be cached, but neither it nor " + beanClass
                + " has one of the annotations " + Kind.ALL);
    }

    private static <A extends Annotation> MethodDetails<A> of(
            Kind<A> kind, AnnotatedElement annotated, Class<?> beanClass, Method method) {
        return new MethodDetails<>(kind, annotated.getAnnotation(kind.type()), beanClass, method);
    }

    private static Attributes defaults(Class<?> beanClass) {
        for (Class<?> type = beanClass; type != null; type = type.getSuperclass()) {
            CacheDefaults defaults = type.getAnnotation(CacheDefaults.class);
            if (defaults != null) {
                return Attributes.of(defaults);
            }
        }
        return Attributes.UNSAID;
    }

    /** These, if they are of a kind; else null. */
    @SuppressWarnings("unchecked") // this kind
    <B extends Annotation> @Nullable MethodDetails<B> as(Kind<B> wanted) {
        return kind.type() == wanted.type() ? (MethodDetails<B>) this : null;
    }

    Attributes attributes() {
        return attributes;
    }

    Parameters parameters() {
        return parameters;
    }

    @Override
    public Method getMethod() {
        return method;
    }

    @Override
    public Set<Annotation> getAnnotations() {
        return Set.of(method.getAnnotations());
    }

    @Override
    public A getCacheAnnotation() {
        return annotation;
    }

    /**
     * {@inheritDoc} The types of parameters as {@link Class#getName} has them, so that of an array of ints is
     * {@code [I}.
     */
    @Override
    public String getCacheName() {
        if (!attributes.cacheName().isEmpty()) {
            return attributes.cacheName();
        }
        return Arrays.stream(method.getParameterTypes())
                .map(Class::getName)
                .collect(Collectors.joining(
                        ",", method.getDeclaringClass().getName() + "." + method.getName() + "(", ")"));
    }
}
