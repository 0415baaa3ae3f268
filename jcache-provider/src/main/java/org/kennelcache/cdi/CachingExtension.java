package org.kennelcache.cdi;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Observes;
import jakarta.enterprise.inject.spi.AfterBeanDiscovery;
import jakarta.enterprise.inject.spi.AnnotatedType;
import jakarta.enterprise.inject.spi.BeforeBeanDiscovery;
import jakarta.enterprise.inject.spi.Extension;
import jakarta.enterprise.inject.spi.ProcessManagedBean;
import jakarta.enterprise.util.Nonbinding;
import jakarta.interceptor.Interceptor;
import java.lang.annotation.Annotation;
import java.lang.reflect.Method;
import java.lang.reflect.Modifier;
import java.util.List;

/**
 * Makes CDI containers honour the annotations of {@code javax.cache.annotation}. Found through
 * {@code META-INF/services/jakarta.enterprise.inject.spi.Extension}.
 *
 * <p>A portable extension, not a build-compatible one: every container of CDI Full runs it, an application can add it
 * by hand where services aren't looked up, and it needs nothing that differs between CDI 4.0 and 4.1. The price is CDI
 * Lite.
 *
 * <p>The annotations become interceptor bindings, which they aren't by themselves: their members are marked for
 * {@code javax} CDI only. The interceptors run at {@link Interceptor.Priority#LIBRARY_BEFORE}: after those of the
 * platform (security, validation, transactions), which thus see every call, hits too. Contradictory annotations are
 * definition errors.
 *
 * <p>The system property {@value #SWITCH}, set to {@code false}, turns all of it off, for containers that have
 * interceptors of their own for these annotations.
 */
@SuppressWarnings("exports") // who meets this class has CDI
public final class CachingExtension implements Extension {

    static final String SWITCH = "kennel.cdi";

    private static final List<Class<?>> INTERCEPTORS = List.of(
            CacheResultInterceptor.class,
            CachePutInterceptor.class,
            CacheRemoveInterceptor.class,
            CacheRemoveAllInterceptor.class);

    private final boolean enabled = Boolean.parseBoolean(System.getProperty(SWITCH, "true"));

    /** An extension; for the container. */
    public CachingExtension() {}

    void bindInterceptors(@Observes BeforeBeanDiscovery event) {
        if (enabled) {
            Kind.ALL.forEach(kind -> bind(event, kind.type()));
            INTERCEPTORS.forEach(interceptor -> event.addAnnotatedType(interceptor, interceptor.getName()));
        }
    }

    private static void bind(BeforeBeanDiscovery event, Class<? extends Annotation> annotation) {
        event.configureInterceptorBinding(annotation)
                .methods()
                .forEach(member -> member.add(Nonbinding.Literal.INSTANCE));
    }

    void checkMethods(@Observes ProcessManagedBean<?> event) {
        AnnotatedType<?> type = event.getAnnotatedBeanClass();
        if (enabled && !type.isAnnotationPresent(Interceptor.class)) {
            try {
                type.getMethods().forEach(method -> check(type.getJavaClass(), method.getJavaMember()));
            } catch (IllegalArgumentException e) {
                event.addDefinitionError(e);
            }
        }
    }

    private static void check(Class<?> beanClass, Method method) {
        boolean isCalledByOthers =
                !Modifier.isPrivate(method.getModifiers()) && !Modifier.isStatic(method.getModifiers());
        if (isCalledByOthers && (Kind.of(method) != null || Kind.of(beanClass) != null)) {
            MethodDetails.of(beanClass, method);
        }
    }

    void addShared(@Observes AfterBeanDiscovery event) {
        if (enabled) {
            event.<CachedMethods>addBean()
                    .beanClass(CachingExtension.class)
                    .types(CachedMethods.class, Object.class)
                    .scope(ApplicationScoped.class)
                    .produceWith(beans -> new MethodTable(new Components(beans)));
        }
    }
}
