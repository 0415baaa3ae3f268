package org.kennelcache.codec;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.InputStream;
import java.io.Serializable;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.kennelcache.spi.SerialLimits;

/** Keys and values are made of the classes that the cache's loader knows, whoever calls. */
class ClassLoadingTest {

    private final ClassLoader other = new RedefiningLoader();

    /** A key. */
    public record Tag(int number) {}

    /** A value. */
    public static final class Dog implements Serializable {

        private static final long serialVersionUID = 1L;

        private String name = "Rex";

        @Override
        public String toString() {
            return name;
        }

        @Override
        public boolean equals(@Nullable Object other) {
            return other instanceof Dog that && name.equals(that.name);
        }

        @Override
        public int hashCode() {
            return name.hashCode();
        }
    }

    private static CacheCodec<?, ?> codec(ClassLoader loader, String serializer) throws ClassNotFoundException {
        return CacheCodec.of(new CodecSettings<>(
                "",
                "dogs",
                loader.loadClass(Tag.class.getName()),
                loader.loadClass(Dog.class.getName()),
                serializer,
                SerialFilter.of(List.of()),
                SerialLimits.DEFAULT,
                "none",
                SerialLimits.DEFAULT.maxBytes(),
                null,
                loader));
    }

    @ParameterizedTest
    @ValueSource(strings = {"java", "kryo", "fory"})
    void decode_value_isOfTheLoadersClass(String serializer) throws ClassNotFoundException {
        ValueCodec.Encoded encoded =
                codec(getClass().getClassLoader(), serializer).values().encode(new Dog());

        Object read = codec(other, serializer).values().decode(encoded.codecId(), encoded.bytes());

        assertThat(read.getClass()).isNotEqualTo(Dog.class);
        assertThat(read.getClass().getClassLoader()).isSameAs(other);
        assertThat(read).hasToString("Rex");
    }

    @Test
    void decode_key_isOfTheLoadersClass() throws ClassNotFoundException {
        EncodedKey encoded = codec(getClass().getClassLoader(), "java").keys().encode(new Tag(5));

        Object read = codec(other, "java").keys().decode(encoded.bytes());

        assertThat(read.getClass().getClassLoader()).isSameAs(other);
        assertThat(read).hasToString("Tag[number=5]");
    }

    /** Has its own edition of this test's classes. */
    private static final class RedefiningLoader extends ClassLoader {

        RedefiningLoader() {
            super(ClassLoadingTest.class.getClassLoader());
        }

        @Override
        protected Class<?> loadClass(String name, boolean resolve) throws ClassNotFoundException {
            if (!name.startsWith(ClassLoadingTest.class.getName())) {
                return super.loadClass(name, resolve);
            }
            Class<?> loaded = findLoadedClass(name);
            return loaded == null ? define(name) : loaded;
        }

        private Class<?> define(String name) throws ClassNotFoundException {
            try (InputStream in = getResourceAsStream(name.replace('.', '/') + ".class")) {
                if (in == null) {
                    throw new ClassNotFoundException(name);
                }
                byte[] bytes = in.readAllBytes();
                return defineClass(name, bytes, 0, bytes.length);
            } catch (IOException e) {
                throw new ClassNotFoundException(name, e);
            }
        }
    }
}
