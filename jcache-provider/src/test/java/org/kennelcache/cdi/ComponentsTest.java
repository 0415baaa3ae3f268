package org.kennelcache.cdi;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.inject.Produces;
import jakarta.inject.Inject;
import jakarta.interceptor.InvocationContext;
import java.lang.annotation.Annotation;
import java.net.URI;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.stream.Stream;
import javax.cache.Cache;
import javax.cache.CacheException;
import javax.cache.CacheManager;
import javax.cache.Caching;
import javax.cache.annotation.CacheDefaults;
import javax.cache.annotation.CacheInvocationContext;
import javax.cache.annotation.CacheInvocationParameter;
import javax.cache.annotation.CacheKey;
import javax.cache.annotation.CacheKeyGenerator;
import javax.cache.annotation.CacheKeyInvocationContext;
import javax.cache.annotation.CacheMethodDetails;
import javax.cache.annotation.CachePut;
import javax.cache.annotation.CacheResolver;
import javax.cache.annotation.CacheResolverFactory;
import javax.cache.annotation.CacheResult;
import javax.cache.annotation.CacheValue;
import javax.cache.annotation.GeneratedCacheKey;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

/** Key generators, resolver factories and cache managers of the application. */
class ComponentsTest {

    private @Nullable Container container;

    @AfterEach
    void close() {
        if (container != null) {
            container.close();
        }
        Seen.CALLS.clear();
        Aside.ASKED.clear();
    }

    private <T> T bean(Class<T> type, Class<?>... others) {
        container = new Container(
                Stream.concat(Stream.of(type), Arrays.stream(others)).toArray(Class<?>[]::new));
        return container.bean(type);
    }

    @Test
    void keyGenerator_noBean_madeByItsConstructor() {
        bean(Kennels.class).lowercase("REX");

        assertThat(Container.cache("kennels").get(new NameKey("rex"))).isEqualTo("REX");
    }

    @Test
    void keyGenerator_aBean_itWithWhatWasInjected() {
        bean(Kennels.class, Prefixing.class, Prefix.class).prefixed("Rex");

        assertThat(Container.cache("kennels").get(new NameKey("dog Rex"))).isEqualTo("Rex");
    }

    @Test
    void keyGenerator_severalBeans_exceptionNamesTheClass() {
        Kennels kennels = bean(Kennels.class, Prefixing.class, MorePrefixing.class, Prefix.class);

        assertThatThrownBy(() -> kennels.prefixed("Rex"))
                .isInstanceOf(CacheException.class)
                .hasMessageContaining(Prefixing.class.getName())
                .hasMessageContaining("several beans");
    }

    @Test
    void keyGenerator_neitherBeanNorConstructor_exceptionNamesTheClass() {
        Kennels kennels = bean(Kennels.class);

        assertThatThrownBy(() -> kennels.unmakable("Rex"))
                .isInstanceOf(CacheException.class)
                .hasMessageContaining(Unmakable.class.getName())
                .hasMessageContaining("allowed: a bean, or a class with a constructor without parameters");
    }

    @Test
    void keyGenerator_constructorFails_exceptionWithItsCause() {
        Kennels kennels = bean(Kennels.class);

        assertThatThrownBy(() -> kennels.broken("Rex"))
                .isInstanceOf(CacheException.class)
                .hasCause(new IllegalStateException("no generator today"));
    }

    @Test
    void keyGenerator_givesNull_exceptionNamesItAndTheMethod() {
        Kennels kennels = bean(Kennels.class);

        assertThatThrownBy(() -> kennels.keyless("Rex"))
                .isInstanceOf(CacheException.class)
                .hasMessageContaining(Keyless.class.getName())
                .hasMessageContaining("keyless(java.lang.String)");
    }

    @Test
    void keyGenerator_saidByTheClass_itUnlessTheMethodSaysAnother() {
        Defaulted bean = bean(Defaulted.class);

        bean.byDefault("REX");

        assertThat(Aside.cache().get(new NameKey("rex"))).isEqualTo("REX");
    }

    @Test
    void resolverFactory_ofTheApplication_askedOncePerMethodAndExceptionsOnlyWhereCached() {
        Defaulted bean = bean(Defaulted.class);

        bean.byDefault("Rex");
        bean.byDefault("Bello");
        assertThatThrownBy(() -> bean.failing("Laika")).isInstanceOf(IllegalStateException.class);

        assertThat(Aside.ASKED)
                .containsExactly("byDefault: defaulted", "failing: defaulted", "exceptions of failing: failures");
    }

    @Test
    void context_ofACall_knowsMethodParametersAndValue() {
        Kennels kennels = bean(Kennels.class);

        kennels.seen("Rex", 3, "brown");

        assertThat(Seen.CALLS)
                .containsExactly(
                        "cache kennels",
                        "method seen",
                        "annotation CachePut",
                        "annotations [CachePut]",
                        "target true",
                        "all [Rex: 0 String [CacheKey], 3: 1 int [], brown: 2 String [CacheValue]]",
                        "keys [Rex: 0 String [CacheKey]]",
                        "value brown: 2 String [CacheValue]",
                        "unwraps true");
    }

    @Test
    void context_unwrapToAnythingElse_refused() {
        Kennels kennels = bean(Kennels.class);

        assertThatThrownBy(() -> kennels.unwrapped("Rex"))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessageContaining("java.lang.String");
    }

    @Test
    void manager_aBean_cachesAreFoundThere() {
        bean(Kennels.class, ManagerProducer.class).lowercase("REX");

        assertThat(Container.manager().getCacheNames()).isEmpty();
        assertThat(ManagerProducer.other().getCacheNames()).containsExactly("kennels");
    }

    @Test
    void manager_closedMeanwhile_anotherIsOpened() {
        Kennels kennels = bean(Kennels.class);
        kennels.lowercase("REX");

        Container.manager().close();
        kennels.lowercase("REX");

        assertThat(Container.cache("kennels").get(new NameKey("rex"))).isEqualTo("REX");
    }

    static class Kennels {
        @CacheResult(cacheName = "kennels", cacheKeyGenerator = Lowercase.class)
        String lowercase(String name) {
            return name;
        }

        @CacheResult(cacheName = "kennels", cacheKeyGenerator = Prefixing.class)
        String prefixed(String name) {
            return name;
        }

        @CacheResult(cacheName = "kennels", cacheKeyGenerator = Unmakable.class)
        String unmakable(String name) {
            return name;
        }

        @CacheResult(cacheName = "kennels", cacheKeyGenerator = Broken.class)
        String broken(String name) {
            return name;
        }

        @CacheResult(cacheName = "kennels", cacheKeyGenerator = Keyless.class)
        String keyless(String name) {
            return name;
        }

        @CacheResult(cacheName = "kennels", cacheKeyGenerator = Unwrapping.class)
        String unwrapped(String name) {
            return name;
        }

        @CachePut(cacheName = "kennels", cacheKeyGenerator = Seen.class)
        void seen(@CacheKey String name, int age, @CacheValue String colour) {}
    }

    @CacheDefaults(cacheName = "defaulted", cacheResolverFactory = Aside.class, cacheKeyGenerator = Lowercase.class)
    static class Defaulted {
        @CacheResult
        String byDefault(String name) {
            return name;
        }

        @CacheResult(exceptionCacheName = "failures")
        String failing(String name) {
            throw new IllegalStateException(name);
        }
    }

    record NameKey(String name) implements GeneratedCacheKey {}

    private static String nameIn(CacheKeyInvocationContext<?> invocation) {
        return String.valueOf(invocation.getKeyParameters()[0].getValue());
    }

    static final class Lowercase implements CacheKeyGenerator {
        private Lowercase() {}

        @Override
        public GeneratedCacheKey generateCacheKey(CacheKeyInvocationContext<? extends Annotation> invocation) {
            return new NameKey(nameIn(invocation).toLowerCase(Locale.ROOT));
        }
    }

    static class Prefix {
        String text() {
            return "dog ";
        }
    }

    @ApplicationScoped
    static class Prefixing implements CacheKeyGenerator {
        @Inject
        Prefix prefix;

        @Override
        public GeneratedCacheKey generateCacheKey(CacheKeyInvocationContext<? extends Annotation> invocation) {
            return new NameKey(prefix.text() + nameIn(invocation));
        }
    }

    @ApplicationScoped
    static class MorePrefixing extends Prefixing {}

    record Unmakable(String text) implements CacheKeyGenerator {
        @Override
        public GeneratedCacheKey generateCacheKey(CacheKeyInvocationContext<? extends Annotation> invocation) {
            return new NameKey(text);
        }
    }

    static final class Broken implements CacheKeyGenerator {
        Broken() {
            throw new IllegalStateException("no generator today");
        }

        @Override
        public GeneratedCacheKey generateCacheKey(CacheKeyInvocationContext<? extends Annotation> invocation) {
            return new NameKey("");
        }
    }

    static final class Keyless implements CacheKeyGenerator {
        @Override
        @SuppressWarnings("NullAway")
        public GeneratedCacheKey generateCacheKey(CacheKeyInvocationContext<? extends Annotation> invocation) {
            return null;
        }
    }

    static final class Unwrapping implements CacheKeyGenerator {
        @Override
        public GeneratedCacheKey generateCacheKey(CacheKeyInvocationContext<? extends Annotation> invocation) {
            return new NameKey(invocation.unwrap(String.class));
        }
    }

    /** Writes down what a generator can know. */
    static final class Seen implements CacheKeyGenerator {
        static final List<String> CALLS = new CopyOnWriteArrayList<>();

        @Override
        public GeneratedCacheKey generateCacheKey(CacheKeyInvocationContext<? extends Annotation> invocation) {
            CALLS.add("cache " + invocation.getCacheName());
            CALLS.add("method " + invocation.getMethod().getName());
            CALLS.add("annotation "
                    + invocation.getCacheAnnotation().annotationType().getSimpleName());
            CALLS.add("annotations " + simple(invocation.getAnnotations()));
            CALLS.add("target " + (invocation.getTarget() instanceof Kennels));
            CALLS.add("all " + described(invocation.getAllParameters()));
            CALLS.add("keys " + described(invocation.getKeyParameters()));
            CALLS.add("value " + described(invocation.getValueParameter()));
            CALLS.add("unwraps "
                    + (invocation.unwrap(InvocationContext.class).getTarget() == invocation.getTarget()
                            && invocation.unwrap(CacheKeyInvocationContext.class) == invocation));
            return new NameKey(nameIn(invocation));
        }

        private static List<String> described(CacheInvocationParameter... parameters) {
            return Arrays.stream(parameters).map(Seen::described).toList();
        }

        private static String described(CacheInvocationParameter parameter) {
            return parameter.getValue() + ": " + parameter.getParameterPosition() + " "
                    + parameter.getRawType().getSimpleName() + " " + simple(parameter.getAnnotations());
        }

        private static List<String> simple(Set<Annotation> annotations) {
            return annotations.stream()
                    .map(annotation -> annotation.annotationType().getSimpleName())
                    .toList();
        }
    }

    /** Finds caches in a manager of its own. */
    static final class Aside implements CacheResolverFactory {
        static final List<String> ASKED = new CopyOnWriteArrayList<>();

        static Cache<Object, Object> cache() {
            Cache<Object, Object> cache = Container.manager().getCache("aside");
            return cache == null ? Container.create("aside") : cache;
        }

        @Override
        public CacheResolver getCacheResolver(CacheMethodDetails<? extends Annotation> details) {
            ASKED.add(details.getMethod().getName() + ": " + details.getCacheName());
            return new Resolver();
        }

        @Override
        public CacheResolver getExceptionCacheResolver(CacheMethodDetails<CacheResult> details) {
            ASKED.add("exceptions of " + details.getMethod().getName() + ": "
                    + details.getCacheAnnotation().exceptionCacheName());
            return new Resolver();
        }

        private static final class Resolver implements CacheResolver {
            @Override
            @SuppressWarnings("unchecked")
            public <K, V> Cache<K, V> resolveCache(CacheInvocationContext<? extends Annotation> invocation) {
                return (Cache<K, V>) cache();
            }
        }
    }

    static class ManagerProducer {
        static CacheManager other() {
            return Caching.getCachingProvider()
                    .getCacheManager(
                            URI.create("kennel:other"),
                            Caching.getCachingProvider().getDefaultClassLoader());
        }

        @Produces
        CacheManager manager() {
            return other();
        }
    }
}
