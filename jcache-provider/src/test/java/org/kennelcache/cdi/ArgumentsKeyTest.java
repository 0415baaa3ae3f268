package org.kennelcache.cdi;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.ObjectInputStream;
import java.io.ObjectOutputStream;
import java.time.LocalDate;
import java.util.Arrays;
import java.util.List;
import java.util.UUID;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;
import org.kennelcache.codec.ClassGate;
import org.kennelcache.codec.KeyCodec;
import org.kennelcache.codec.SerialFilter;
import org.kennelcache.spi.SerialLimits;

class ArgumentsKeyTest {

    private final KeyCodec codec = codec();

    private static KeyCodec codec() {
        ClassLoader loader = ArgumentsKeyTest.class.getClassLoader();
        return new KeyCodec(loader, ClassGate.of(List.of(), SerialFilter.of(List.of()), loader), SerialLimits.DEFAULT);
    }

    static Stream<Arguments> pairs() {
        return Stream.of(new Object[][][] {
                    {{}, {}},
                    {{null}, {null}},
                    {{}, {null}},
                    {{"Rex", 3}, {"Rex", 3}},
                    {{"Rex", 3}, {3, "Rex"}},
                    {{3}, {3L}},
                    {{new int[] {1, 2}}, {new int[] {1, 2}}},
                    {{new int[] {1, 2}}, {new int[] {2, 1}}},
                    {{new int[] {1}}, {new long[] {1}}},
                    {{new int[] {1}}, {new Integer[] {1}}},
                    {{new String[] {"Rex"}}, {new Object[] {"Rex"}}},
                    {{new Object[] {"Rex"}}, {List.of("Rex")}},
                    {{new Object[] {new byte[] {1}, null}}, {new Object[] {new byte[] {1}, null}}},
                    {{new double[] {0.0}}, {new double[] {-0.0}}},
                    {{List.of("Rex")}, {Arrays.asList("Rex")}},
                    {{LocalDate.EPOCH, new UUID(1, 2)}, {LocalDate.EPOCH, new UUID(1, 2)}},
                })
                .map(pair -> Arguments.of(pair[0], pair[1]));
    }

    @ParameterizedTest
    @MethodSource("pairs")
    void equals_argumentsOfTwoCalls_asDeepEqualsOfThem(Object[] one, Object[] other) {
        ArgumentsKey key = ArgumentsKey.of(one);
        ArgumentsKey otherKey = ArgumentsKey.of(other);

        assertThat(key.equals(otherKey)).isEqualTo(Arrays.deepEquals(one, other));
        if (key.equals(otherKey)) {
            assertThat(key).hasSameHashCodeAs(otherKey);
        }
    }

    @ParameterizedTest
    @MethodSource("pairs")
    void encode_argumentsOfTwoCalls_equalBytesForEqualKeysOnly(Object[] one, Object[] other) {
        assertThat(codec.encode(ArgumentsKey.of(one))
                        .bytes()
                        .equals(codec.encode(ArgumentsKey.of(other)).bytes()))
                .isEqualTo(Arrays.deepEquals(one, other));
    }

    @ParameterizedTest
    @MethodSource("pairs")
    void decode_encodedKey_equalKey(Object[] arguments, Object[] unused) {
        ArgumentsKey key = ArgumentsKey.of(arguments);

        assertThat(codec.decode(codec.encode(key).bytes())).isEqualTo(key);
    }

    @Test
    void equals_arrayChangedAfterwards_keyUnchanged() {
        int[] ids = {1, 2};
        ArgumentsKey key = ArgumentsKey.of((Object) ids);

        ids[0] = 7;

        assertThat(key).isEqualTo(ArgumentsKey.of((Object) new int[] {1, 2}));
    }

    @Test
    void serialization_roundTrip_equalKey() throws Exception {
        ArgumentsKey key = ArgumentsKey.of("Rex", null, new int[] {1, 2});
        ByteArrayOutputStream bytes = new ByteArrayOutputStream();
        try (ObjectOutputStream out = new ObjectOutputStream(bytes)) {
            out.writeObject(key);
        }

        try (ObjectInputStream in = new ObjectInputStream(new ByteArrayInputStream(bytes.toByteArray()))) {
            assertThat(in.readObject()).isEqualTo(key);
        }
    }

    @Test
    void toString_ofAKey_itsArguments() {
        assertThat(ArgumentsKey.of("Rex", new int[] {1, 2}).toString()).contains("Rex", "int", "[1, 2]");
    }
}
