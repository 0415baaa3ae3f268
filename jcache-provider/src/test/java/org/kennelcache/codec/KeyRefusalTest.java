package org.kennelcache.codec;

import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.Serializable;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.kennelcache.codec.KeyCodecTest.Color;
import org.kennelcache.codec.KeyCodecTest.Order;
import org.kennelcache.codec.KeyCodecTest.Pair;
import org.kennelcache.codec.KeyCodecTest.Point;
import org.kennelcache.spi.SerialLimits;
import org.kennelcache.spi.SerializationException;

/** Keys that are refused, since what is equal could have unequal bytes, or could not be read. */
class KeyRefusalTest {

    private final KeyCodec codec = KeyCodecTest.allowing(KeyCodecTest.class, KeyRefusalTest.class);

    /** Equal keys with other bytes: ignores case. */
    static final class CaseInsensitive implements Serializable {

        private static final long serialVersionUID = 1L;

        private final String name;

        CaseInsensitive(String name) {
            this.name = name;
        }

        @Override
        public boolean equals(@Nullable Object other) {
            return other instanceof CaseInsensitive that && name.equalsIgnoreCase(that.name);
        }

        @Override
        public int hashCode() {
            return name.toLowerCase(Locale.ROOT).hashCode();
        }
    }

    /** Equal keys with other bytes: a field does not count. */
    static final class Annotated implements Serializable {

        private static final long serialVersionUID = 1L;

        private final long id;
        private final long seen;

        Annotated(long id, long seen) {
            this.id = id;
            this.seen = seen;
        }

        @Override
        public boolean equals(@Nullable Object other) {
            return other instanceof Annotated that && id == that.id;
        }

        @Override
        public String toString() {
            return id + " seen at " + seen;
        }

        @Override
        public int hashCode() {
            return Long.hashCode(id);
        }
    }

    record Loose(String name) {
        @Override
        public boolean equals(@Nullable Object other) {
            return other instanceof Loose that && name.equalsIgnoreCase(that.name);
        }

        @Override
        public int hashCode() {
            return name.toLowerCase(Locale.ROOT).hashCode();
        }
    }

    static final class Identical implements Serializable {

        private static final long serialVersionUID = 1L;
    }

    static Stream<Object> keysWithUnfitEquals() {
        return Stream.of(
                new CaseInsensitive("name"),
                new Annotated(1, 2),
                new Loose("name"),
                new Identical(),
                new Order(1, "x", new CaseInsensitive("name")),
                new Order(1, "x", List.of(new Annotated(1, 2))),
                List.of("fine", new Loose("name")),
                Set.of(new Loose("name")));
    }

    @ParameterizedTest
    @MethodSource("keysWithUnfitEquals")
    void encode_keyWhoseEqualsIsCoarserThanItsBytes_refused(Object key) {
        assertThatThrownBy(() -> codec.encode(key))
                .isInstanceOf(SerializationException.class)
                .hasMessageContaining(key.getClass().getName())
                .hasMessageContaining("equal");
    }

    static Stream<Object> noKeys() {
        return Stream.of(
                new byte[1], new Object(), List.of(new int[1]), new Pair(new Object(), 1), (Runnable) () -> {});
    }

    @ParameterizedTest
    @MethodSource("noKeys")
    void encode_arraysAndWhatIsNotSerializable_refused(Object key) {
        assertThatThrownBy(() -> codec.encode(key))
                .isInstanceOf(SerializationException.class)
                .hasMessageContaining("cannot be a key");
    }

    @Test
    void encode_nestedTooDeeply_refused() {
        Object key = "core";
        for (int i = 0; i <= KeyForms.MAX_DEPTH; i++) {
            key = List.of(key);
        }
        Object tooDeep = key;

        assertThatThrownBy(() -> codec.encode(tooDeep))
                .isInstanceOf(SerializationException.class)
                .hasMessageContaining("64");
    }

    @Test
    void encode_classThatIsNotAllowed_refusedWithItsNameAndTheOption() {
        ClassLoader loader = getClass().getClassLoader();
        KeyCodec closed =
                new KeyCodec(loader, ClassGate.of(List.of(), SerialFilter.of(List.of()), loader), SerialLimits.DEFAULT);

        for (Object key : List.of(new Point(1, 2), Color.RED, new Order(1, "x", 2))) {
            Class<?> type = key instanceof Color color ? color.getDeclaringClass() : key.getClass();
            assertThatThrownBy(() -> closed.encode(key))
                    .isInstanceOf(SerializationException.class)
                    .hasMessageContaining(type.getName())
                    .hasMessageContaining("serial_filter");
        }
    }
}
