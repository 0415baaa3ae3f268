package org.kennelcache.codec;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.Externalizable;
import java.io.IOException;
import java.io.ObjectInput;
import java.io.ObjectInputStream;
import java.io.ObjectOutput;
import java.io.ObjectOutputStream;
import java.io.ObjectStreamField;
import java.io.Serializable;
import java.lang.reflect.InvocationHandler;
import java.lang.reflect.Method;
import java.lang.reflect.Proxy;
import java.sql.Timestamp;
import java.util.AbstractMap.SimpleEntry;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Calendar;
import java.util.Collections;
import java.util.Date;
import java.util.GregorianCalendar;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.PriorityQueue;
import java.util.Properties;
import java.util.Vector;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.function.Supplier;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

@SuppressWarnings({"serial", "JavaUtilDate", "JdkObsolete"})
class SerializationFallbackTest {

    private final Copier copier = Copier.byValue(getClass().getClassLoader());

    static Stream<Object> valuesWithAFormOfTheirOwn() {
        return Stream.of(
                new GregorianCalendar(2026, Calendar.NOVEMBER, 23),
                new Timestamp(1_000_000_001),
                new SimpleEntry<>("key", "value"),
                new Vector<>(List.of("a")),
                new CopyOnWriteArrayList<>(List.of("a")),
                Arrays.asList("a", "b"),
                Collections.unmodifiableList(new ArrayList<>(List.of("a"))),
                Collections.synchronizedMap(new HashMap<>(Map.of("a", 1))),
                new Properties(),
                new ArrayList<>(List.of("a")) {});
    }

    @ParameterizedTest
    @MethodSource("valuesWithAFormOfTheirOwn")
    void copy_classWithASerialisedFormOfItsOwn_givesAnEqualOne(Object value) {
        assertThat(copier.copy(value)).isNotSameAs(value).hasSameClassAs(value).isEqualTo(value);
    }

    @Test
    void copy_priorityQueue_keepsItsElements() {
        PriorityQueue<String> queue = new PriorityQueue<>(List.of("b", "a"));

        assertThat(copier.copy(queue).poll()).isEqualTo("a");
    }

    @Test
    void copy_readResolve_isObeyed() {
        assertThat(copier.copy(Singleton.INSTANCE)).isSameAs(Singleton.INSTANCE);
        assertThat(copier.copy(new Object[] {Singleton.INSTANCE})).containsExactly(Singleton.INSTANCE);
    }

    @Test
    void copy_inheritedReadResolve_isObeyed() {
        assertThat(copier.copy((Object) new BelowResolving())).isExactlyInstanceOf(Resolving.class);
    }

    @Test
    void copy_writeReplace_isObeyed() {
        assertThat(copier.copy(new Replaced("text")))
                .extracting(value -> value.text)
                .isEqualTo("text via replacement");
    }

    @Test
    void copy_readAndWriteObject_areCalled() {
        assertThat(copier.copy(new SelfMade("text")).text).isEqualTo("text written read");
    }

    @Test
    void copy_externalizable_writesAndReadsItself() {
        assertThat(copier.copy(new External("text")).text).isEqualTo("text external");
    }

    @Test
    void copy_serialPersistentFields_areTheOnesCopied() {
        Selective copy = copier.copy(new Selective());

        assertThat(copy.chosen).isEqualTo("chosen");
        assertThat(copy.notChosen).isNull();
    }

    @Test
    void copy_serializableLambda_works() {
        Date captured = new Date(1);
        Supplier<Object> lambda = (Supplier<Object> & Serializable) () -> captured;

        Object copied = copier.copy(lambda).get();

        assertThat(copied).isEqualTo(captured).isNotSameAs(captured);
    }

    @Test
    void copy_proxy_bringsItsHandler() {
        Object value = Proxy.newProxyInstance(
                getClass().getClassLoader(), new Class<?>[] {Supplier.class, Hidden.class}, new Answer("a"));

        Object copy = copier.copy(value);

        assertThat(copy).isNotSameAs(value).hasSameClassAs(value);
        assertThat(((Supplier<?>) copy).get()).isEqualTo("a");
    }

    @Test
    void copy_classObjectsBesideIt_areTheSame() {
        List<Object> value = new ArrayList<>(List.of(Singleton.INSTANCE, int.class, void.class, String[].class));

        assertThat(copier.copy(value)).isEqualTo(value);
    }

    @Test
    void copy_whatIsSharedWithAnotherPart_staysShared() {
        Date shared = new Date(1);
        List<Object> value =
                new ArrayList<>(List.of(shared, Collections.unmodifiableList(new ArrayList<>(List.of(shared)))));

        List<Object> copy = copier.copy(value);

        assertThat(copy.get(0)).isNotSameAs(shared).isSameAs(((List<?>) copy.get(1)).get(0));
    }

    @Test
    void copy_viewOfAnotherPart_staysAView() {
        String[] array = {"a"};
        List<String> view = Arrays.asList(array);

        Object[] copy = copier.copy(new Object[] {array, view});
        ((String[]) copy[0])[0] = "b";

        assertThat((List<?>) copy[1]).isEqualTo(List.of("b"));
        assertThat(view).containsExactly("a");
    }

    @Test
    void copy_immutableObjectsThatAreNotSerializable_areSharedAsEver() {
        Name name = new Name("a");
        Holder holder = new Holder(name);

        List<Object> copy = copier.copy(new ArrayList<>(List.of(Singleton.INSTANCE, name, holder)));

        assertThat(copy.get(1)).isSameAs(name);
        assertThat(((Holder) copy.get(2)).name).isSameAs(name);
    }

    @Test
    void copy_graphThatOnceNeededSerialisation_isCopiedAgain() {
        List<Object> value = new ArrayList<>(List.of(new Box(1), new GregorianCalendar()));

        copier.copy(value);
        value.remove(1);

        assertThat(copier.copy(value)).containsExactly(new Box(1));
    }

    interface Hidden {}

    record Name(String text) {}

    static class Holder implements Serializable {
        final Name name;

        Holder(Name name) {
            this.name = name;
        }
    }

    static final class Singleton implements Serializable {
        static final Singleton INSTANCE = new Singleton();

        private Object readResolve() {
            return INSTANCE;
        }
    }

    static class Resolving implements Serializable {
        protected Object readResolve() {
            return new Resolving();
        }
    }

    static class BelowResolving extends Resolving {}

    static class Replaced implements Serializable {
        final String text;

        Replaced(String text) {
            this.text = text;
        }

        private Object writeReplace() {
            return new Replacement(text);
        }
    }

    record Replacement(String text) implements Serializable {
        private Object readResolve() {
            return new Replaced(text + " via replacement");
        }
    }

    static class SelfMade implements Serializable {
        transient String text;

        SelfMade(String text) {
            this.text = text;
        }

        private void writeObject(ObjectOutputStream out) throws IOException {
            out.writeUTF(text + " written");
        }

        private void readObject(ObjectInputStream in) throws IOException {
            text = in.readUTF() + " read";
        }
    }

    public static class External implements Externalizable {
        String text;

        public External() {}

        External(String text) {
            this.text = text;
        }

        @Override
        public void writeExternal(ObjectOutput out) throws IOException {
            out.writeUTF(text);
        }

        @Override
        public void readExternal(ObjectInput in) throws IOException {
            text = in.readUTF() + " external";
        }
    }

    @SuppressWarnings("UnusedVariable")
    static class Selective implements Serializable {
        private static final ObjectStreamField[] serialPersistentFields = {new ObjectStreamField("chosen", String.class)
        };
        String chosen = "chosen";
        String notChosen = "not chosen";
    }

    record Answer(Object answer) implements InvocationHandler, Serializable {
        @Override
        public Object invoke(Object proxy, Method method, Object[] arguments) {
            return answer;
        }
    }
}
