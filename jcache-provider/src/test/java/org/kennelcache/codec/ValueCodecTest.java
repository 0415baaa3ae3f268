package org.kennelcache.codec;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.kennelcache.spi.SerialLimits;
import org.kennelcache.spi.SerializationException;
import org.kennelcache.spi.Serializer;
import org.kennelcache.spi.SerializerSettings;

class ValueCodecTest {

    private final ValueCodec<Object> codec = new ValueCodec<>(java(), Object.class);

    private static Serializer java() {
        ClassLoader loader = ValueCodecTest.class.getClassLoader();
        ClassGate allowed = ClassGate.of(List.of(), SerialFilter.of(List.of()), loader);
        return Serializers.create("java", new SerializerSettings(loader, Object.class, allowed, SerialLimits.DEFAULT));
    }

    static Stream<Arguments> plainValues() {
        return Stream.of(
                Arguments.of("text \ud83d\udd11", 1),
                Arguments.of("", 1),
                Arguments.of(new byte[] {1, -1}, 2),
                Arguments.of(true, 3),
                Arguments.of((byte) -5, 4),
                Arguments.of((short) -300, 5),
                Arguments.of(Integer.MIN_VALUE, 6),
                Arguments.of(Long.MAX_VALUE, 7),
                Arguments.of(-0.0f, 8),
                Arguments.of(Double.NaN, 9),
                Arguments.of('\u20ac', 10),
                Arguments.of("\ud800 unpaired", 11));
    }

    @ParameterizedTest
    @MethodSource("plainValues")
    void decode_plainValue_equalsItWithoutASerializer(Object value, int codecId) {
        ValueCodec.Encoded encoded = codec.encode(value);

        assertThat(encoded.codecId()).isEqualTo(codecId);
        assertThat(codec.decode(codecId, encoded.bytes())).isEqualTo(value);
    }

    @Test
    void decode_otherValue_equalsItThroughTheSerializer() {
        ValueCodec.Encoded encoded = codec.encode(List.of(1, 2));

        assertThat(encoded.codecId()).isEqualTo(32);
        assertThat(codec.decode(32, encoded.bytes())).isEqualTo(List.of(1, 2));
    }

    @Test
    void encodeAndDecode_byteArray_shareNothing() {
        byte[] value = {1};
        Bytes encoded = codec.encode(value).bytes();
        value[0] = 2;
        ((byte[]) codec.decode(2, encoded))[0] = 3;

        assertThat(codec.decode(2, encoded)).isEqualTo(new byte[] {1});
    }

    @ParameterizedTest
    @ValueSource(ints = {0, 12, 31, 33, 64, 255})
    void decode_idOfAnotherSerializer_refused(int codecId) {
        assertThatThrownBy(() -> codec.decode(codecId, Bytes.EMPTY))
                .isInstanceOf(SerializationException.class)
                .hasMessageContaining("codec id " + codecId);
    }

    @ParameterizedTest
    @ValueSource(ints = {3, 4, 5, 6, 7, 8, 9, 10})
    void decode_numberOfAnotherLength_refused(int codecId) {
        assertThatThrownBy(() -> codec.decode(codecId, Bytes.of(new byte[3])))
                .isInstanceOf(SerializationException.class)
                .hasMessageContaining("3 bytes");
    }

    @Test
    void decode_valueOfAnotherType_refused() {
        ValueCodec<Integer> integers = new ValueCodec<>(java(), Integer.class);

        assertThatThrownBy(() -> integers.decode(1, Bytes.of(new byte[] {'x'})))
                .isInstanceOf(SerializationException.class)
                .hasMessageContaining("java.lang.String")
                .hasMessageContaining("java.lang.Integer");
    }

    @Test
    void decode_serializerThatBreaksItsContract_refused() {
        ValueCodec<Object> broken = new ValueCodec<>(new BrokenSerializer(), Object.class);

        assertThatThrownBy(() -> broken.decode(99, Bytes.EMPTY))
                .isInstanceOf(SerializationException.class)
                .hasMessageContaining("null");
        assertThatThrownBy(() -> broken.decode(99, Bytes.of(new byte[1])))
                .isInstanceOf(SerializationException.class)
                .hasMessageContaining("NoClassDefFoundError");
    }

    private static final class BrokenSerializer implements Serializer {

        @Override
        public int id() {
            return 99;
        }

        @Override
        public byte[] write(Object value) {
            return new byte[0];
        }

        @Override
        public Object read(byte[] bytes, int offset, int length) {
            if (length > 0) {
                throw new NoClassDefFoundError("missing");
            }
            return null;
        }
    }
}
