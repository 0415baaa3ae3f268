package org.kennelcache.codec;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.InvalidClassException;
import java.io.ObjectInputStream;
import java.io.Serializable;
import java.util.ArrayList;
import java.util.GregorianCalendar;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import org.assertj.core.api.ThrowableAssert.ThrowingCallable;
import org.junit.jupiter.api.Test;
import org.kennelcache.spi.SerializationException;

@SuppressWarnings("serial")
class CopyFailureTest {

    private static final String NESTED = CopyFailureTest.class.getName() + "$";

    private final Copier copier = Copier.byValue(getClass().getClassLoader());

    @Test
    void copy_notSerializableAndMutable_namesTheClassAndTheWaysOut() {
        assertThatThrownBy(() -> copier.copy(new Plain()))
                .isInstanceOf(SerializationException.class)
                .hasMessage("value of type " + NESTED + "Plain cannot be stored by value: " + NESTED
                        + "Plain is neither java.io.Serializable nor immutable;"
                        + " make it so or store by reference (setStoreByValue(false))");
    }

    @Test
    void copy_somethingWithinIsNotSerializable_namesBothClasses() {
        assertRejected(() -> copier.copy(new Holder(new Plain())), "Holder", "Plain");
        assertRejected(() -> copier.copy(new Holder(new Plain[] {new Plain()})), "Holder", "Plain");
    }

    @Test
    void copy_somethingBesideAClassWithItsOwnFormIsNotSerializable_namesBothClasses() {
        assertRejected(
                () -> copier.copy(new Holder(new Object[] {new GregorianCalendar(), new Plain()})), "Holder", "Plain");
    }

    @Test
    void copy_lambdaThatIsNotSerializable_throws() {
        Set<String> value = new TreeSet<>((left, right) -> right.compareTo(left));

        assertThatThrownBy(() -> copier.copy(value))
                .isInstanceOf(SerializationException.class)
                .hasMessageStartingWith("value of type java.util.TreeSet cannot be stored by value: "
                        + getClass().getName())
                .hasMessageContaining("Lambda");
    }

    @Test
    void copy_threadOrLoader_throws() {
        assertThatThrownBy(() -> copier.copy(Thread.currentThread())).isInstanceOf(SerializationException.class);
        assertThatThrownBy(() -> copier.copy(getClass().getClassLoader())).isInstanceOf(SerializationException.class);
    }

    @Test
    void copy_hashCodeThrows_isTheCause() {
        Set<Object> value = new HashSet<>();
        Moody element = new Moody();
        value.add(element);
        element.angry = true;

        assertThatThrownBy(() -> copier.copy(value))
                .isInstanceOf(SerializationException.class)
                .hasMessageContaining("java.lang.IllegalStateException")
                .hasRootCauseMessage("angry");
    }

    @Test
    void copy_readObjectThrows_isTheCause() {
        assertThatThrownBy(() -> copier.copy(new Unreadable()))
                .isInstanceOf(SerializationException.class)
                .hasRootCauseMessage("unreadable");
    }

    @Test
    void copy_superclassConstructorThrows_isTheCause() throws Exception {
        BelowRefusing value = new BelowRefusing();
        Refusing.refuse = true;
        try {
            assertThatThrownBy(() -> copier.copy(value))
                    .isInstanceOf(SerializationException.class)
                    .hasRootCauseMessage("refused");
        } finally {
            Refusing.refuse = false;
        }
    }

    @Test
    void copy_superclassCannotBeConstructed_throwsWhatJavaSerialisationSays() {
        assertThatThrownBy(() -> copier.copy(new BelowDemanding(1)))
                .isInstanceOf(SerializationException.class)
                .hasRootCauseInstanceOf(InvalidClassException.class);
    }

    @Test
    void copy_classInitialiserFails_throws() {
        assertThatThrownBy(() -> copier.copy(new ReplacedByBroken()))
                .isInstanceOf(SerializationException.class)
                .hasCauseInstanceOf(LinkageError.class);
    }

    @Test
    void copy_anyFailure_neverAsksTheValueForItsText() {
        assertThatThrownBy(() -> copier.copy(new ArrayList<>(List.of(new Secret()))))
                .isInstanceOf(SerializationException.class)
                .hasMessageNotContaining("secret");
    }

    @Test
    void copy_chainOfAThousand_works() {
        assertThat(copier.copy(Chain.ofLength(1000)).next.next.number).isEqualTo(997);
    }

    @Test
    void copy_chainTooLongForTheStack_throwsAndLeavesTheCopierUsable() {
        assertThatThrownBy(() -> copier.copy(Chain.ofLength(200_000)))
                .isInstanceOf(SerializationException.class)
                .hasMessageContaining("chain too long for the stack")
                .hasCauseInstanceOf(StackOverflowError.class);

        assertThat(copier.copy(Chain.ofLength(2)).next.number).isZero();
    }

    @Test
    void copy_chainTooLongForTheStackInSerialisedForm_throws() {
        Object[] value = {new GregorianCalendar(), Chain.ofLength(200_000)};

        assertThatThrownBy(() -> copier.copy(value))
                .isInstanceOf(SerializationException.class)
                .hasCauseInstanceOf(StackOverflowError.class);
    }

    private static void assertRejected(ThrowingCallable copying, String root, String offender) {
        assertThatThrownBy(copying)
                .isInstanceOf(SerializationException.class)
                .hasMessageContaining("value of type " + NESTED + root + " cannot")
                .hasMessageContaining(NESTED + offender + " is neither");
    }

    static class Plain {
        int number;
    }

    static class Secret {
        int number;

        @Override
        public String toString() {
            return "secret";
        }
    }

    static class Holder implements Serializable {
        final Object content;

        Holder(Object content) {
            this.content = content;
        }
    }

    static class Moody implements Serializable {
        boolean angry;

        @Override
        public int hashCode() {
            if (angry) {
                throw new IllegalStateException("angry");
            }
            return 1;
        }

        @Override
        public boolean equals(Object other) {
            return this == other;
        }
    }

    static class Unreadable implements Serializable {
        private void readObject(ObjectInputStream in) {
            throw new IllegalStateException("unreadable");
        }
    }

    static class Refusing {
        static boolean refuse;

        Refusing() throws Exception {
            if (refuse) {
                throw new Exception("refused");
            }
        }
    }

    static class BelowRefusing extends Refusing implements Serializable {
        int number;

        BelowRefusing() throws Exception {}
    }

    static class Demanding {
        Demanding(int number) {}
    }

    static class BelowDemanding extends Demanding implements Serializable {
        int number;

        BelowDemanding(int number) {
            super(number);
        }
    }

    static class ReplacedByBroken implements Serializable {
        private Object writeReplace() {
            return Broken.create();
        }
    }

    static class Broken {
        static final int NUMBER = Integer.parseInt("not a number");

        static Object create() {
            return new Object();
        }
    }
}
