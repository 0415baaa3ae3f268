package org.kennelcache.conformance;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.InputStream;
import java.io.Serializable;
import java.io.UncheckedIOException;
import java.util.Map;
import java.util.Set;
import javax.cache.Cache;
import javax.cache.CacheManager;
import javax.cache.configuration.MutableConfiguration;
import javax.cache.integration.CacheLoader;
import javax.cache.integration.CompletionListenerFuture;
import org.junit.jupiter.api.Test;

/** Copies are of the classes that the manager's class loader knows, whatever thread makes them. */
class ClassLoadersTest extends Conformance {

    private final ClassLoader loader = new PetLoader();

    @Test
    void value_isOfTheManagersClass() {
        Cache<String, Object> cache = manager().createCache(newName(), new MutableConfiguration<>());

        cache.put(KEY, new Pet("Rex"));

        assertThat(cache.get(KEY)).hasToString("Rex").satisfies(this::isOfTheManagersClass);
    }

    @Test
    void value_thatAnotherThreadLoaded_isOfTheManagersClass() throws Exception {
        Cache<String, Object> cache = manager()
                .createCache(newName(), new MutableConfiguration<String, Object>().setCacheLoaderFactory(Kennels::new));
        CompletionListenerFuture completion = new CompletionListenerFuture();

        cache.loadAll(Set.of(KEY), true, completion);
        completion.get();

        assertThat(cache.get(KEY)).hasToString("Rex").satisfies(this::isOfTheManagersClass);
    }

    private CacheManager manager() {
        return provider.getCacheManager(fixture.uri(), loader);
    }

    private void isOfTheManagersClass(Object value) {
        assertThat(value.getClass().getClassLoader()).isSameAs(loader);
    }

    /** A value. */
    public static final class Pet implements Serializable {

        private static final long serialVersionUID = 1L;

        private String name;

        Pet(String name) {
            rename(name);
        }

        void rename(String newName) {
            name = newName;
        }

        @Override
        public String toString() {
            return name;
        }
    }

    /** A class loader with a {@link Pet} of its own. */
    private static final class PetLoader extends ClassLoader {

        PetLoader() {
            super(ClassLoadersTest.class.getClassLoader());
        }

        @Override
        protected Class<?> loadClass(String name, boolean resolve) throws ClassNotFoundException {
            synchronized (getClassLoadingLock(name)) {
                Class<?> loaded = findLoadedClass(name);
                return loaded != null || !name.equals(Pet.class.getName())
                        ? super.loadClass(name, resolve)
                        : define(name);
            }
        }

        private Class<?> define(String name) {
            try (InputStream code = getParent().getResourceAsStream(name.replace('.', '/') + ".class")) {
                byte[] bytes = code.readAllBytes();
                return defineClass(name, bytes, 0, bytes.length);
            } catch (IOException e) {
                throw new UncheckedIOException(e);
            }
        }
    }

    private static final class Kennels implements CacheLoader<String, Object> {

        @Override
        public Object load(String key) {
            return new Pet("Rex");
        }

        @Override
        public Map<String, Object> loadAll(Iterable<? extends String> keys) {
            return Map.of(KEY, new Pet("Rex"));
        }
    }
}
