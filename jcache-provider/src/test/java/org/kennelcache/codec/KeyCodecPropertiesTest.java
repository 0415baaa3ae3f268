package org.kennelcache.codec;

import static org.assertj.core.api.Assertions.assertThat;

import java.math.BigDecimal;
import java.math.BigInteger;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDateTime;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.Collections;
import java.util.HashSet;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;
import java.util.UUID;
import java.util.concurrent.TimeUnit;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.Combinators;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;
import org.kennelcache.spi.SerialLimits;
import org.kennelcache.spi.SerializationException;

class KeyCodecPropertiesTest {

    private static final KeyCodec CODEC = codec();

    private static KeyCodec codec() {
        ClassLoader loader = KeyCodecPropertiesTest.class.getClassLoader();
        return new KeyCodec(
                loader, ClassGate.of(List.of(Pair.class), SerialFilter.of(List.of()), loader), SerialLimits.DEFAULT);
    }

    record Pair(Object left, Object right) {}

    @Property
    void encode_anyTwoKeys_haveEqualBytesIfAndOnlyIfTheyAreEqual(
            @ForAll("keys") Object one, @ForAll("keys") Object other) {
        assertThat(CODEC.encode(one).bytes().equals(CODEC.encode(other).bytes()))
                .isEqualTo(one.equals(other));
    }

    @Property
    void decode_anyEncodedKey_equalsIt(@ForAll("keys") Object key) {
        assertThat(CODEC.decode(CODEC.encode(key).bytes())).isEqualTo(key);
    }

    @Property
    void encode_setInAnotherOrder_hasEqualBytes(@ForAll Set<String> elements) {
        List<String> reversed = new ArrayList<>(elements);
        Collections.reverse(reversed);

        assertThat(CODEC.encode(new LinkedHashSet<>(reversed))).isEqualTo(CODEC.encode(new HashSet<>(elements)));
    }

    @Property
    void decode_anyBytes_isAKeyWithTheseBytesOrRefused(@ForAll byte[] bytes) {
        assertDecodes(bytes);
    }

    @Property
    void decode_keyWithAnyByteChanged_isAKeyWithTheseBytesOrRefused(
            @ForAll("keys") Object key, @ForAll int position, @ForAll byte change) {
        byte[] bytes = CODEC.encode(key).bytes().copy();
        bytes[Math.floorMod(position, bytes.length)] ^= change;

        assertDecodes(bytes);
    }

    private static void assertDecodes(byte[] bytes) {
        Object key;
        try {
            key = CODEC.decode(Bytes.of(bytes));
        } catch (SerializationException expected) {
            return;
        }
        assertThat(CODEC.encode(key).bytes()).isEqualTo(Bytes.of(bytes));
    }

    @Provide
    Arbitrary<Object> keys() {
        return nested(nested(leaves()));
    }

    private static Arbitrary<Object> nested(Arbitrary<Object> parts) {
        return Arbitraries.oneOf(
                parts,
                parts.list().ofMaxSize(3).map(Object.class::cast),
                parts.set().ofMaxSize(3).map(Object.class::cast),
                Combinators.combine(parts, parts.injectNull(0.2)).as(Pair::new));
    }

    /** From so few values of each type that equal ones are met often. */
    private static Arbitrary<Object> leaves() {
        return Arbitraries.oneOf(
                Arbitraries.strings().all().ofMaxLength(3).map(Object.class::cast),
                Arbitraries.of("a", "b", "\ud800", "\udc00", "\ud83d\udd11"),
                Arbitraries.integers().between(-1, 1).map(Object.class::cast),
                Arbitraries.longs().between(-1, 1).map(Object.class::cast),
                Arbitraries.shorts().between((short) -1, (short) 1).map(Object.class::cast),
                Arbitraries.bytes().between((byte) -1, (byte) 1).map(Object.class::cast),
                Arbitraries.of(true, false).map(Object.class::cast),
                Arbitraries.chars().range('a', 'b').map(Object.class::cast),
                Arbitraries.of(0.0, -0.0, Double.NaN, Double.longBitsToDouble(0x7ff8000000000001L), 1.5),
                Arbitraries.of(0.0f, -0.0f, Float.NaN, 1.5f),
                Arbitraries.of(new UUID(0, 1), new UUID(1, 0)),
                Arbitraries.of(new BigDecimal("1.0"), new BigDecimal("1.00"), BigDecimal.ONE),
                Arbitraries.bigIntegers()
                        .between(BigInteger.valueOf(-300), BigInteger.valueOf(300))
                        .map(Object.class::cast),
                Arbitraries.of(Instant.EPOCH, Instant.MAX, Instant.EPOCH.plusNanos(1)),
                Arbitraries.of(Duration.ZERO, Duration.ofNanos(-1)),
                Arbitraries.of(LocalDateTime.MIN, LocalDateTime.MAX),
                Arbitraries.of(LocalDateTime.MIN.atOffset(ZoneOffset.UTC), LocalDateTime.MIN.atOffset(ZoneOffset.MIN)),
                Arbitraries.of(TimeUnit.DAYS, TimeUnit.HOURS));
    }
}
