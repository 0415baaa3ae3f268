package org.kennelcache.codec;

import java.math.BigDecimal;
import java.math.BigInteger;
import java.math.MathContext;
import java.net.URI;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.time.LocalTime;
import java.time.MonthDay;
import java.time.OffsetDateTime;
import java.time.OffsetTime;
import java.time.Period;
import java.time.Year;
import java.time.YearMonth;
import java.time.ZoneId;
import java.time.ZoneOffset;
import java.time.ZonedDateTime;
import java.util.Collections;
import java.util.Currency;
import java.util.Locale;
import java.util.Optional;
import java.util.OptionalDouble;
import java.util.OptionalInt;
import java.util.OptionalLong;
import java.util.Set;
import java.util.UUID;
import java.util.regex.Pattern;

/** The classes of the JDK whose instances never change. */
final class JdkImmutables {

    private static final Set<Class<?>> CLOSED = Set.of(
            String.class,
            Boolean.class,
            Byte.class,
            Short.class,
            Integer.class,
            Long.class,
            Float.class,
            Double.class,
            Character.class,
            Void.class,
            MathContext.class,
            UUID.class,
            URI.class,
            Locale.class,
            Currency.class,
            Pattern.class,
            OptionalInt.class,
            OptionalLong.class,
            OptionalDouble.class,
            LocalDate.class,
            LocalTime.class,
            LocalDateTime.class,
            Instant.class,
            Duration.class,
            Period.class,
            Year.class,
            YearMonth.class,
            MonthDay.class,
            OffsetDateTime.class,
            OffsetTime.class,
            ZonedDateTime.class,
            ZoneId.class,
            ZoneOffset.class);

    private static final Set<Class<?>> OPEN = Set.of(BigDecimal.class, BigInteger.class, Class.class, Optional.class);

    private static final Set<Class<?>> EXACT = Set.of(
            BigDecimal.class,
            BigInteger.class,
            ZoneId.of("UTC").getClass(),
            String.CASE_INSENSITIVE_ORDER.getClass(),
            Collections.reverseOrder().getClass(),
            Collections.emptyList().getClass(),
            Collections.emptySet().getClass(),
            Collections.emptyMap().getClass());

    private JdkImmutables() {}

    /** Whether the JDK, whose fields say nothing reliable, has this class. */
    static boolean isOfJdk(Class<?> type) {
        ClassLoader loader = type.getClassLoader();
        return loader == null || loader == ClassLoader.getPlatformClassLoader();
    }

    /** Whether instances of exactly this class never change. */
    static boolean containExactly(Class<?> type) {
        return containAll(type) || EXACT.contains(type);
    }

    /** Whether nothing that is declared to be of this type ever changes. */
    static boolean containAll(Class<?> type) {
        return CLOSED.contains(type) || Enum.class.isAssignableFrom(type);
    }

    /**
     * Whether what is declared to be of this type usually never changes: it does so only if it is of a subclass from
     * outside the JDK or refers to something that changes, and a class may be another one to another class loader.
     */
    static boolean containMost(Class<?> type) {
        return OPEN.contains(type);
    }
}
