package org.kennelcache.codec;

import java.lang.invoke.MethodType;
import java.math.BigDecimal;
import java.math.BigInteger;
import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.util.Arrays;
import java.util.Collection;
import java.util.Date;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import java.util.stream.Stream;

/**
 * Values for the fields of keys, no two of them equal. Among them are pairs that a lenient comparison takes for one:
 * strings that differ in case, blanks or accents, numbers that differ in their fraction, scale or sign of zero.
 */
final class FieldSamples {

    private static final List<Object> GENERAL = Stream.<Object>of(
                    "",
                    "a",
                    "A",
                    " a",
                    "a ",
                    "\u00e9",
                    "e",
                    "E",
                    "1",
                    "01",
                    true,
                    false,
                    (byte) 0,
                    (byte) 1,
                    (byte) -1,
                    (short) 0,
                    (short) 1,
                    (short) -1,
                    'a',
                    'A',
                    ' ',
                    0,
                    1,
                    -1,
                    1000,
                    0L,
                    1L,
                    -1L,
                    1L << 32,
                    0.0f,
                    -0.0f,
                    1.0f,
                    1.25f,
                    -1.0f,
                    0.0,
                    -0.0,
                    1.0,
                    1.25,
                    -1.0)
            .toList();
    private static final List<Object> OBJECTS = List.of(
            new UUID(0, 1),
            new UUID(1, 1),
            BigInteger.ONE,
            BigInteger.ONE.negate(),
            new BigDecimal("1.0"),
            new BigDecimal("1.00"),
            new BigDecimal("1.25"),
            Instant.EPOCH,
            Instant.EPOCH.plusNanos(1),
            LocalDate.EPOCH,
            LocalDate.EPOCH.plusDays(1),
            LocalDateTime.of(2000, 1, 1, 0, 0),
            LocalDateTime.of(2000, 1, 1, 0, 0, 0, 1),
            List.of("a"),
            List.of("a", "A"),
            List.of("A", "a"),
            Set.of("a"),
            Set.of("A"),
            Map.of("a", "a"),
            Map.of("a", "A"));

    private FieldSamples() {}

    /**
     * What can stand in a field.
     *
     * @param type the field's
     * @param parts more objects, which are taken where the field can hold them
     * @return nothing stands for null
     */
    static List<Optional<Object>> of(Class<?> type, Collection<Object> parts) {
        Class<?> boxed = MethodType.methodType(type).wrap().returnType();
        Stream<Object> fitting = Stream.of(GENERAL, OBJECTS, dates(), constants(type), parts)
                .<Object>flatMap(Collection::stream)
                .filter(boxed::isInstance);
        return Stream.concat(
                        type.isPrimitive() ? Stream.empty() : Stream.of(Optional.empty()), fitting.map(Optional::of))
                .toList();
    }

    @SuppressWarnings("JavaUtilDate") // a type that fields of applications have
    private static List<Object> dates() {
        return List.of(new Date(0), new Date(1));
    }

    private static List<Object> constants(Class<?> type) {
        Object[] constants = type.getEnumConstants();
        return constants == null ? List.of() : Arrays.asList(constants);
    }
}
