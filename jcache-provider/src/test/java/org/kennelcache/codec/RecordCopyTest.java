package org.kennelcache.codec;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.Serializable;
import java.util.ArrayList;
import java.util.Date;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.kennelcache.spi.SerializationException;

@SuppressWarnings({"serial", "JavaUtilDate"})
class RecordCopyTest {

    private final Copier copier = Copier.byValue(getClass().getClassLoader());

    @Test
    void copy_mutableComponent_isCopied() {
        Basket value = new Basket(3, new ArrayList<>(List.of("a")), "name");

        Basket copy = copier.copy(value);
        value.items().add("b");

        assertThat(copy).isEqualTo(new Basket(3, List.of("a"), "name"));
    }

    @Test
    void copy_record_runsItsCanonicalConstructor() {
        Checked value = new Checked(new ArrayList<>());
        Checked.refuse = true;
        try {
            assertThatThrownBy(() -> copier.copy(value))
                    .isInstanceOf(SerializationException.class)
                    .hasRootCauseMessage("refused");
        } finally {
            Checked.refuse = false;
        }
    }

    @Test
    void copy_accessorOfAnotherKind_isNotAsked() {
        Disguised value = new Disguised(new Date(1));

        assertThat(copier.copy(value).inner()).isEqualTo(new Date(1));
    }

    @Test
    void copy_recordReferredToTwice_isCopiedOnce() {
        Basket basket = new Basket(1, new ArrayList<>(), "name");

        List<Basket> copy = copier.copy(new ArrayList<>(List.of(basket, basket)));

        assertThat(copy.get(0)).isNotSameAs(basket).isSameAs(copy.get(1));
    }

    @Test
    void copy_recordThatAComponentRefersTo_isNullThere() {
        List<Object> list = new ArrayList<>();
        Basket value = new Basket(1, list, "name");
        list.add(value);

        assertThat(copier.copy(value).items()).containsExactly((Object) null);
        assertThat(JavaRoundTrip.of(value).items()).containsExactly((Object) null);
    }

    @Test
    void copy_recordMetBeforeItsCycle_staysInTheCycle() {
        List<Object> value = new ArrayList<>();
        value.add(new Basket(1, value, "name"));

        List<Object> copy = copier.copy(value);

        assertThat(((Basket) copy.get(0)).items()).isSameAs(copy);
    }

    @Test
    void copy_recordWithoutComponents_isShared() {
        Nothing value = new Nothing();

        assertThat(copier.copy(value)).isSameAs(value);
    }

    record Basket(int number, List<?> contents, String name) implements Serializable {
        @SuppressWarnings("unchecked")
        List<Object> items() {
            return (List<Object>) contents;
        }
    }

    record Checked(List<String> list) implements Serializable {
        static boolean refuse;

        Checked {
            if (refuse) {
                throw new IllegalArgumentException("refused");
            }
        }
    }

    record Disguised(Date date) implements Serializable {
        @Override
        public Date date() {
            throw new AssertionError("the accessor was called");
        }

        Date inner() {
            return date;
        }
    }

    record Nothing() {}
}
