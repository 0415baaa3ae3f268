package org.kennelcache.codec;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatCode;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.Serializable;
import java.net.InetAddress;
import java.net.URI;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.kennelcache.spi.SerialLimits;
import org.kennelcache.spi.SerializationException;

/** Classes whose equals is coarser than their bytes, and keys that do not show it. */
class KeyTrialTest {

    private final KeyCodec codec = codec();

    private static KeyCodec codec() {
        ClassLoader loader = KeyTrialTest.class.getClassLoader();
        List<String> names = Stream.concat(
                        Stream.of("java.net.*"),
                        Arrays.stream(KeyTrialTest.class.getDeclaredClasses()).map(Class::getName))
                .toList();
        return new KeyCodec(loader, ClassGate.of(List.of(), SerialFilter.of(names), loader), SerialLimits.DEFAULT);
    }

    /** A class that is equal by what {@link #identity} gives. */
    @SuppressWarnings("EqualsGetClass") // what each of the classes below would write for itself
    private abstract static class ByIdentity implements Serializable {

        private static final long serialVersionUID = 1L;

        abstract Object identity();

        @Override
        public boolean equals(Object other) {
            return other != null
                    && other.getClass() == getClass()
                    && identity().equals(((ByIdentity) other).identity());
        }

        @Override
        public int hashCode() {
            return identity().hashCode();
        }
    }

    private static final class CaseInsensitive extends ByIdentity {

        private static final long serialVersionUID = 1L;

        private final String name;

        CaseInsensitive(String name) {
            this.name = name;
        }

        @Override
        Object identity() {
            return name.toLowerCase(Locale.ROOT);
        }
    }

    private record LooseRecord(String name) {

        @Override
        public boolean equals(Object other) {
            return other instanceof LooseRecord that && name.equalsIgnoreCase(that.name);
        }

        @Override
        public int hashCode() {
            return name.toLowerCase(Locale.ROOT).hashCode();
        }
    }

    /** Of its fields one only counts. */
    private static final class Remarked<T> extends ByIdentity {

        private static final long serialVersionUID = 1L;

        private final int id;
        private final T remark;

        Remarked(int id, T remark) {
            this.id = id;
            this.remark = remark;
        }

        @Override
        public String toString() {
            return id + ": " + remark;
        }

        @Override
        Object identity() {
            return id;
        }
    }

    /** Of its fields one only counts; the other one has a type of which there are no samples. */
    private static final class Nested extends ByIdentity {

        private static final long serialVersionUID = 1L;

        private final int id;
        private final Fit fit;

        Nested(int id, Fit fit) {
            this.id = id;
            this.fit = fit;
        }

        @Override
        public String toString() {
            return id + ": " + fit.name;
        }

        @Override
        Object identity() {
            return id;
        }
    }

    /** Counts all of its fields, and has a hash code that does not. */
    private static final class Fit extends ByIdentity {

        private static final long serialVersionUID = 1L;

        private final int id;
        private final String name;

        Fit(int id, String name) {
            this.id = id;
            this.name = name;
        }

        @Override
        Object identity() {
            return Arrays.asList(id, name);
        }

        @Override
        public int hashCode() {
            return id;
        }
    }

    /** Ignores the case where the kind is 7. */
    private static final class Conditional extends ByIdentity {

        private static final long serialVersionUID = 1L;

        private final int kind;
        private final String name;

        Conditional(int kind, String name) {
            this.kind = kind;
            this.name = name;
        }

        @Override
        Object identity() {
            return Map.entry(kind, kind == 7 ? name.toLowerCase(Locale.ROOT) : name);
        }
    }

    /** Never equals anything where it is not a number. */
    private record Measure(double value) {

        @Override
        public boolean equals(Object other) {
            return other instanceof Measure that && value == that.value;
        }

        @Override
        public int hashCode() {
            return Objects.hash(value);
        }
    }

    static Stream<Object> harmlessKeysOfUnfitClasses() {
        return Stream.of(
                new CaseInsensitive("1"),
                new LooseRecord("1"),
                new Remarked<>(1, null),
                new Remarked<>(1, "1"),
                List.of(new CaseInsensitive("1")),
                Map.of("key", new LooseRecord("1")),
                new Remarked<>(1, new Fit(1, "x")));
    }

    @ParameterizedTest
    @MethodSource("harmlessKeysOfUnfitClasses")
    void encode_firstKeyIsHarmlessButItsClassUnfit_refused(Object key) {
        assertThatThrownBy(() -> codec.encode(key))
                .isInstanceOf(SerializationException.class)
                .hasMessageContaining(key.getClass().getName())
                .hasMessageContaining("can be equal");
    }

    @Test
    void encode_classThatIgnoresAField_namesBoth() {
        assertThatThrownBy(() -> codec.encode(List.of(new Remarked<>(1, null))))
                .hasMessageContaining("field remark of " + Remarked.class.getName());
        assertThatThrownBy(() -> codec.encode(new LooseRecord("1")))
                .hasMessageContaining("component name of " + LooseRecord.class.getName());
    }

    @Test
    void encode_ignoredFieldThatWasNullUntilNow_refused() {
        codec.encode(new Nested(1, null));

        assertThatThrownBy(() -> codec.encode(new Nested(1, new Fit(1, "x"))))
                .hasMessageContaining("field fit of " + Nested.class.getName());
    }

    @Test
    void encode_laterKeyShowsThatTheClassIsUnfit_thatOneAndAllFurtherAreRefused() {
        codec.encode(new Conditional(1, "a"));
        codec.encode(new Conditional(1, "b"));
        codec.encode(new Conditional(1, "c"));

        assertThatThrownBy(() -> codec.encode(new Conditional(7, "d")))
                .hasMessageContaining("field name of " + Conditional.class.getName());
        assertThatThrownBy(() -> codec.encode(new Conditional(1, "e")))
                .hasMessageContaining("field name of " + Conditional.class.getName());
    }

    @Test
    void encode_hashCodeThatLeavesOutAField_accepted() {
        assertThatCode(() -> codec.encode(new Fit(1, null))).doesNotThrowAnyException();
        assertThat(codec.encode(new Fit(1, "a")).bytes())
                .isNotEqualTo(codec.encode(new Fit(1, "A")).bytes());
    }

    @Test
    void encode_keyThatDoesNotEqualItsCopy_refusedAloneAndTheNextTested() {
        assertThatThrownBy(() -> codec.encode(new Measure(Double.NaN))).hasMessageContaining("its own copy");

        assertThatCode(() -> codec.encode(new Measure(1))).doesNotThrowAnyException();
    }

    @Test
    void encode_identifiersAndAddressesOfHosts_refusedWhateverTheyHold() {
        for (Object key : List.of(URI.create("1"), InetAddress.getLoopbackAddress())) {
            assertThatThrownBy(() -> codec.encode(key))
                    .isInstanceOf(SerializationException.class)
                    .hasMessageContaining(key.getClass().getName())
                    .hasMessageContaining("can be equal");
        }
    }
}
