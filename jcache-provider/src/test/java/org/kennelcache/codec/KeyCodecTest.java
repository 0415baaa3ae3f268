package org.kennelcache.codec;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.Serializable;
import java.math.BigDecimal;
import java.math.BigInteger;
import java.time.DayOfWeek;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDateTime;
import java.time.MonthDay;
import java.time.OffsetTime;
import java.time.Period;
import java.time.Year;
import java.time.YearMonth;
import java.time.ZoneId;
import java.time.ZoneOffset;
import java.time.ZonedDateTime;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collection;
import java.util.Collections;
import java.util.Date;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.UUID;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.kennelcache.spi.SerialLimits;
import org.kennelcache.spi.SerializationException;

/** Keys as bytes: what comes back, and what is equal. */
class KeyCodecTest {

    private final KeyCodec codec = allowing(KeyCodecTest.class);

    /** A codec that allows the classes of some tests. */
    static KeyCodec allowing(Class<?>... tests) {
        ClassLoader loader = KeyCodecTest.class.getClassLoader();
        List<String> names = Arrays.stream(tests)
                .flatMap(test -> Stream.concat(Stream.of(test), Arrays.stream(test.getDeclaredClasses())))
                .map(Class::getName)
                .toList();
        return new KeyCodec(loader, ClassGate.of(List.of(), SerialFilter.of(names), loader), SerialLimits.DEFAULT);
    }

    @SuppressWarnings("JavaUtilDate") // a key type that applications have
    static Stream<Object> keys() {
        LocalDateTime time = LocalDateTime.of(2024, 2, 29, 23, 59, 58, 123456789);
        return Stream.of(
                "",
                "key",
                "schl\u00fcssel \ud83d\udd11",
                "\ud800 unpaired",
                true,
                (byte) -1,
                Short.MIN_VALUE,
                Integer.MAX_VALUE,
                Long.MIN_VALUE,
                -0.0f,
                Float.NaN,
                0.1,
                Double.NaN,
                '\ud800',
                new UUID(1, -2),
                BigInteger.TWO.pow(100).negate(),
                new BigDecimal("1.00"),
                Instant.MIN,
                time.toLocalDate(),
                time.toLocalTime(),
                time,
                time.atOffset(ZoneOffset.ofHoursMinutes(5, 45)),
                OffsetTime.of(time.toLocalTime(), ZoneOffset.MIN),
                time.atZone(ZoneId.of("Europe/Berlin")),
                ZonedDateTime.ofLocal(
                        LocalDateTime.of(2024, 10, 27, 2, 30), ZoneId.of("Europe/Berlin"), ZoneOffset.ofHours(1)),
                Duration.ofSeconds(-1, 5),
                Period.of(1, -2, 3),
                Year.of(-44),
                YearMonth.of(2024, 2),
                MonthDay.of(2, 29),
                ZoneOffset.UTC,
                ZoneId.of("America/Lima"),
                DayOfWeek.FRIDAY,
                Color.RED,
                new Point(1, 2),
                new Nested("a", new Point(3, 4), Arrays.asList(1, null, "x")),
                List.of(),
                List.of(1, 1L, "1"),
                Set.of("a", "b", "c"),
                Map.of("a", 1, "b", List.of(2)),
                new Date(12345),
                Locale.CANADA_FRENCH,
                new Order(7, "seven", List.of("x")),
                List.of(new Order(7, "seven", List.of())),
                new OrderLine(new Order(8, "eight", Set.of(1, 2, 3)), Color.GREEN));
    }

    enum Color {
        RED,
        GREEN {
            @Override
            public String toString() {
                return "a class of its own";
            }
        }
    }

    record Point(int x, int y) {}

    record Nested(String name, Point point, List<?> more) {}

    record OrderLine(Order order, Color color) {}

    /** A well-behaved Serializable key. */
    static final class Order implements Serializable {

        private static final long serialVersionUID = 1L;

        private final int number;
        private final String name;
        private final Object parts;

        Order(int number, String name, Object parts) {
            this.number = number;
            this.name = name;
            this.parts = parts;
        }

        @Override
        public boolean equals(@Nullable Object other) {
            return other instanceof Order that
                    && number == that.number
                    && name.equals(that.name)
                    && parts.equals(that.parts);
        }

        @Override
        public int hashCode() {
            return Objects.hash(number, name, parts);
        }
    }

    @ParameterizedTest
    @MethodSource("keys")
    void decode_encodedKey_equalsTheKey(Object key) {
        EncodedKey encoded = codec.encode(key);

        assertThat(codec.decode(encoded.bytes())).isEqualTo(key);
        assertThat(codec.matches(key, encoded, encoded.bytes())).isTrue();
    }

    @Test
    void encode_unequalKeys_unequalBytes() {
        Set<Bytes> different = new HashSet<>();
        keys().forEach(key -> different.add(codec.encode(key).bytes()));

        assertThat(different).hasSameSizeAs(keys().toList());
    }

    @Test
    void encode_equalLists_equalBytesWhateverTheirClass() {
        assertThat(encoded(Collections.unmodifiableList(Arrays.asList(1, 2))))
                .isEqualTo(encoded(List.of(1, 2)))
                .isEqualTo(encoded(new ArrayList<>(Arrays.asList(1, 2))));
    }

    @Test
    void encode_equalSetsAndMaps_equalBytesWhateverTheirOrder() {
        List<String> colliding = List.of("Aa", "BB", "c", "d");
        List<String> reversed = List.of("d", "c", "BB", "Aa");

        assertThat(encoded(new LinkedHashSet<>(colliding)))
                .isEqualTo(encoded(new LinkedHashSet<>(reversed)))
                .isEqualTo(encoded(Set.copyOf(colliding)))
                .isEqualTo(encoded(new TreeSet<>(colliding)));
        assertThat(encoded(Map.of("a", 1, "b", 2))).isEqualTo(encoded(new TreeMap<>(Map.of("b", 2, "a", 1))));
    }

    @Test
    void encode_equalCollectionsInASerialisedKey_equalBytes() {
        List<Collection<?>> parts = List.of(List.of("a", "b"), Arrays.asList("a", "b"));
        Map<String, Integer> wide = new HashMap<>(1000);
        wide.put("b", 2);
        wide.put("a", 1);

        assertThat(encoded(new Order(1, "x", parts.get(0)))).isEqualTo(encoded(new Order(1, "x", parts.get(1))));
        assertThat(encoded(new Order(1, "x", Map.of("a", 1, "b", 2)))).isEqualTo(encoded(new Order(1, "x", wide)));
        assertThat(encoded(new Order(1, "x", Set.of(1, 2, 3))))
                .isEqualTo(encoded(new Order(1, "x", new LinkedHashSet<>(List.of(3, 2, 1)))));
    }

    @Test
    void encode_equalPartsThatAreOneObjectOrTwo_equalBytes() {
        String name = "name";
        Order inner = new Order(1, name, name);
        Order same = new Order(2, name, new Pair(inner, inner));
        Order copies =
                new Order(2, new String("name"), new Pair(new Order(1, new String("name"), new String("name")), inner));

        assertThat(encoded(same)).isEqualTo(encoded(copies));
    }

    record Pair(Object left, Object right) implements Serializable {}

    /** Computes its hash when it's first asked for, and serialises it. */
    static final class Lazy implements Serializable {

        private static final long serialVersionUID = 1L;

        private final String name;
        private int hash;

        Lazy(String name) {
            this.name = name;
        }

        @Override
        public boolean equals(@Nullable Object other) {
            return other instanceof Lazy that && name.equals(that.name);
        }

        @Override
        public int hashCode() {
            if (hash == 0) {
                hash = name.hashCode();
            }
            return hash;
        }
    }

    @Test
    void encode_keyThatChangesWithHashCode_equalBytesBeforeAndAfter() {
        Lazy before = new Lazy("x");
        Lazy after = new Lazy("x");
        assertThat(after.hashCode()).isNotZero();

        assertThat(encoded(before)).isEqualTo(encoded(after));
    }

    /** Equal keys have equal bytes, as only one form of each name gets in. */
    record Normalised(String name) {
        Normalised {
            name = name.toLowerCase(Locale.ROOT);
        }
    }

    @Test
    void encode_recordThatNormalises_accepted() {
        assertThat(encoded(new Normalised("Name"))).isEqualTo(encoded(new Normalised("nAME")));
    }

    @Test
    void decode_formThatIsNotCanonical_refused() {
        byte[] reversed = new KeyOutput()
                .putByte(43)
                .putInt(2)
                .putByte(5)
                .putInt(2)
                .putByte(5)
                .putInt(1)
                .toBytes();

        assertThatThrownBy(() -> codec.decode(Bytes.of(reversed))).isInstanceOf(SerializationException.class);
    }

    @Test
    void matches_otherBytes_isFalse() {
        EncodedKey asked = codec.encode("a");

        assertThat(codec.matches("a", asked, codec.encode("b").bytes())).isFalse();
    }

    private Bytes encoded(Object key) {
        return codec.encode(key).bytes();
    }
}
