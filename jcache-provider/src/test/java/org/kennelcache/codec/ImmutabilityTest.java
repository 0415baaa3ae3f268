package org.kennelcache.codec;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.ObjectInputStream;
import java.io.Serializable;
import java.math.BigDecimal;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.Date;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.UUID;
import org.junit.jupiter.api.Nested;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

@SuppressWarnings("serial")
class ImmutabilityTest {

    @Nested
    class OfDeclaredTypes {

        @ParameterizedTest
        @ValueSource(
                classes = {
                    int.class,
                    String.class,
                    Integer.class,
                    Double.class,
                    UUID.class,
                    LocalDate.class,
                    ZoneId.class,
                    Locale.class,
                    Thread.State.class,
                    Point.class,
                    Line.class,
                    Name.class,
                    Shape.class,
                    Endless.class
                })
        void isImmutable_nothingCanChange_isTrue(Class<?> type) {
            assertThat(Copier.isImmutable(type)).isTrue();
        }

        @ParameterizedTest
        @ValueSource(
                classes = {
                    Object.class,
                    Number.class,
                    Comparable.class,
                    List.class,
                    Date.class,
                    int[].class,
                    String[].class,
                    StringBuilder.class
                })
        void isImmutable_instancesCanChange_isFalse(Class<?> type) {
            assertThat(Copier.isImmutable(type)).isFalse();
        }

        @ParameterizedTest
        @ValueSource(classes = {BigDecimal.class, Extensible.class, OpenShape.class})
        void isImmutable_aSubclassCouldChange_isFalse(Class<?> type) {
            assertThat(Copier.isImmutable(type)).isFalse();
        }

        @ParameterizedTest
        @ValueSource(classes = {Price.class, WithOptional.class, WithClass.class})
        void isImmutable_aFieldCouldHoldWhatNeedsACopy_isFalse(Class<?> type) {
            assertThat(Copier.isImmutable(type)).isFalse();
        }
    }

    @Nested
    class OfInstances {

        @Test
        void ofInstances_classWithFinalFields_isCertainThoughTheClassCanBeExtended() {
            assertThat(Immutability.ofInstances(Extensible.class)).isEqualTo(Immutability.CERTAIN);
        }

        @ParameterizedTest
        @ValueSource(classes = {Price.class, WithOptional.class, WithClass.class, Invoice.class})
        void ofInstances_fieldsOfOpenImmutableTypes_dependsOnTheInstance(Class<?> type) {
            assertThat(Immutability.ofInstances(type)).isEqualTo(Immutability.PER_INSTANCE);
        }

        @ParameterizedTest
        @ValueSource(
                classes = {
                    Assignable.class,
                    Transient.class,
                    WithList.class,
                    WithArray.class,
                    Resolving.class,
                    Reading.class,
                    ExtendsMutable.class,
                    ExtendsJdk.class
                })
        void ofInstances_oneReasonForDoubt_isNone(Class<?> type) {
            assertThat(Immutability.ofInstances(type)).isEqualTo(Immutability.NONE);
        }

        @Test
        void ofInstances_classOfTheJdkThatHidesItsFields_isNone() {
            assertThat(Immutability.ofInstances(ClassLoader.class)).isEqualTo(Immutability.NONE);
        }
    }

    record Point(int x, int y) {}

    record Line(Point from, Point to, LocalDate drawn) {}

    record Price(BigDecimal amount, String currency) {}

    record Invoice(Price total) {}

    record WithOptional(Optional<String> text) {}

    record WithClass(Class<?> type) {}

    record WithList(List<String> list) {}

    static class WithArray {
        final int[] array = {};
    }

    record Endless(Endless next) {}

    static final class Name {
        static int counter;
        final String text;

        Name(String text) {
            this.text = text;
        }
    }

    static class Extensible {
        final String text = "";
    }

    static class Assignable {
        String text = "";
    }

    static class ExtendsMutable extends Assignable {
        final String other = "";
    }

    static class ExtendsJdk extends Thread {}

    static class Transient implements Serializable {
        final transient String text = "";
    }

    static class Resolving implements Serializable {
        Object readResolve() {
            return this;
        }
    }

    static class Reading implements Serializable {
        private void readObject(ObjectInputStream in) {}
    }

    sealed interface Shape permits Square, Circle {}

    record Square(int side) implements Shape {}

    record Circle(int radius) implements Shape {}

    sealed interface OpenShape permits Free {}

    static non-sealed class Free implements OpenShape {}
}
