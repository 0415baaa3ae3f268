package org.kennelcache.codec;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.Serializable;
import java.math.BigDecimal;
import java.math.BigInteger;
import java.net.URI;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import java.time.ZonedDateTime;
import java.util.ArrayList;
import java.util.Collections;
import java.util.Currency;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.Set;
import java.util.UUID;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.kennelcache.spi.SerializationException;

@SuppressWarnings("serial")
class SharedValuesTest {

    private final Copier copier = Copier.byValue(getClass().getClassLoader());

    static Stream<Object> immutableValues() {
        return Stream.of(
                "text",
                1,
                2L,
                3.0,
                'c',
                true,
                BigDecimal.TEN,
                BigInteger.TWO,
                UUID.fromString("00000000-0000-0001-0000-000000000002"),
                URI.create("urn:kennel"),
                Locale.ROOT,
                Currency.getInstance("EUR"),
                Pattern.compile("a*"),
                LocalDate.EPOCH,
                Instant.EPOCH,
                Duration.ZERO,
                ZoneId.of("Europe/Paris"),
                ZonedDateTime.parse("2026-11-23T10:00+01:00[Europe/Paris]"),
                Plain.ONE,
                WithBody.ONE,
                String.class,
                int.class,
                OptionalInt.of(1),
                Optional.empty(),
                Optional.of("text"),
                Collections.emptyList(),
                String.CASE_INSENSITIVE_ORDER,
                new Name("text"),
                new Price(BigDecimal.ONE, Optional.of(Locale.ROOT)),
                List.of(),
                List.of("a"),
                List.of("a", "b", "c"),
                Set.of(1, 2),
                Map.of("a", 1),
                Map.of("a", 1, "b", List.of(new Name("text"))),
                Collections.singletonList(1),
                Collections.singleton(1),
                Collections.singletonMap(1, 2));
    }

    @ParameterizedTest
    @MethodSource("immutableValues")
    void copy_nothingCanChange_givesTheValueItself(Object value) {
        assertThat(copier.copy(value)).isSameAs(value);
    }

    @ParameterizedTest
    @MethodSource("immutableValues")
    void copy_immutableElement_isShared(Object value) {
        List<Object> list = new ArrayList<>(List.of(value, value));

        assertThat(copier.copy(list))
                .isNotSameAs(list)
                .allSatisfy(element -> assertThat(element).isSameAs(value));
    }

    @Test
    void copy_subclassOfAnImmutableClass_isCopied() {
        Tagged value = new Tagged("1.50");
        value.tag = "a";

        Tagged copy = copier.copy(value);
        value.tag = "b";

        assertThat(copy).isEqualByComparingTo("1.50");
        assertThat(copy.tag).isEqualTo("a");
    }

    @Test
    void copy_recordWithASubclassOfAnImmutableClass_isCopied() {
        Amount value = new Amount(new Tagged("1.50"));

        Amount copy = copier.copy(value);

        assertThat(copy.amount()).isInstanceOf(Tagged.class).isNotSameAs(value.amount());
    }

    @Test
    void copy_optionalOfSomethingMutable_throws() {
        assertThatThrownBy(() -> copier.copy(Optional.of(new ArrayList<>())))
                .isInstanceOf(SerializationException.class)
                .hasMessageContaining("java.util.Optional is neither java.io.Serializable nor immutable");
    }

    @Test
    void copy_immutableObjectsInACycle_areShared() {
        Mutual left = new Mutual();

        assertThat(copier.copy(left)).isSameAs(left);
    }

    enum Plain {
        ONE
    }

    enum WithBody {
        ONE {
            @Override
            int number() {
                return 1;
            }
        };

        abstract int number();
    }

    record Name(String text) {}

    record Price(BigDecimal amount, Optional<Locale> where) {}

    record Amount(BigDecimal amount) implements Serializable {}

    static final class Mutual {
        final Class<?> type = Mutual.class;
        final Mutual self = this;
    }

    static class Tagged extends BigDecimal {
        String tag;

        Tagged(String number) {
            super(number);
        }
    }
}
