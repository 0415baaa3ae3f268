package org.kennelcache.codec;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.ObjectOutputStream;
import java.io.Serializable;
import java.lang.reflect.InvocationHandler;
import java.lang.reflect.Method;
import java.lang.reflect.Proxy;
import java.math.BigDecimal;
import java.net.URI;
import java.net.URL;
import java.nio.ByteBuffer;
import java.time.ZonedDateTime;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collections;
import java.util.EnumMap;
import java.util.EnumSet;
import java.util.GregorianCalendar;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.UUID;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.TimeUnit;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.kennelcache.spi.SerialLimits;
import org.kennelcache.spi.SerializationException;
import org.kennelcache.spi.Serializer;
import org.kennelcache.spi.SerializerSettings;

class JavaSerializerTest {

    private static final ClassLoader LOADER = JavaSerializerTest.class.getClassLoader();

    private static Serializer serializer(Class<?> valueType, String... serialFilter) {
        return serializer(SerialLimits.DEFAULT, valueType, serialFilter);
    }

    private static Serializer serializer(SerialLimits limits, Class<?> valueType, String... serialFilter) {
        ClassGate allowed = ClassGate.of(List.of(valueType), SerialFilter.of(List.of(serialFilter)), LOADER);
        return Serializers.create("java", new SerializerSettings(LOADER, valueType, allowed, limits));
    }

    private static Object roundTrip(Serializer serializer, Object value) {
        byte[] bytes = serializer.write(value);
        return serializer.read(bytes, 0, bytes.length);
    }

    /** What somebody who can write into the store would plant there. */
    private static byte[] planted(Object object) throws IOException {
        ByteArrayOutputStream bytes = new ByteArrayOutputStream();
        try (ObjectOutputStream out = new ObjectOutputStream(bytes)) {
            out.writeObject(object);
        }
        return bytes.toByteArray();
    }

    record Owner(String name, List<Dog> dogs) implements Serializable {}

    record Dog(String name, Breed breed, BigDecimal weight) implements Serializable {}

    enum Breed {
        BEAGLE,
        POODLE
    }

    sealed interface Shape extends Serializable permits Circle, Square {}

    record Circle(double radius) implements Shape {}

    record Square(double side) implements Shape {}

    /** Its field tells nothing about what it refers to. */
    record Box(Object content) implements Serializable {}

    static Stream<Object> jdkValues() {
        return Stream.of(
                new BigDecimal("1.5"),
                UUID.randomUUID(),
                URI.create("http://example.org/"),
                Locale.GERMANY,
                ZonedDateTime.parse("2024-02-29T12:00+01:00[Europe/Berlin]"),
                new GregorianCalendar(2024, 1, 29),
                TimeUnit.DAYS,
                new ArrayList<>(List.of(1)),
                List.of(1, 2, 3),
                Arrays.asList(1, null),
                Collections.unmodifiableMap(new TreeMap<>(Map.of("a", 1))),
                Collections.synchronizedList(new ArrayList<>(List.of(1))),
                new HashMap<>(Map.of("a", Set.of(1, 2))),
                new ConcurrentHashMap<>(Map.of("a", 1)),
                new TreeSet<>(String.CASE_INSENSITIVE_ORDER),
                EnumSet.of(TimeUnit.DAYS, TimeUnit.HOURS),
                new EnumMap<>(Map.of(TimeUnit.DAYS, 1)));
    }

    @ParameterizedTest
    @MethodSource("jdkValues")
    void read_valueOfTheJdk_equalsWhatWasWritten(Object value) {
        assertThat(roundTrip(serializer(Object.class), value)).isEqualTo(value);
    }

    @Test
    void read_arrays_equalWhatWasWritten() {
        assertThat(roundTrip(serializer(Object.class), new int[] {1, 2})).isEqualTo(new int[] {1, 2});
        assertThat(roundTrip(serializer(Object.class), new String[][] {{"a"}, {}}))
                .isEqualTo(new String[][] {{"a"}, {}});
        assertThat(roundTrip(serializer(Dog[].class), new Dog[] {null})).isEqualTo(new Dog[] {null});
    }

    @Test
    void read_declaredTypeAndWhatItsFieldsName_equalsWhatWasWritten() {
        Owner owner = new Owner("Ann", new ArrayList<>(List.of(new Dog("Rex", Breed.BEAGLE, BigDecimal.TEN))));

        assertThat(roundTrip(serializer(Owner.class), owner)).isEqualTo(owner);
    }

    @Test
    void read_permittedSubclassOfADeclaredSealedType_equalsWhatWasWritten() {
        assertThat(roundTrip(serializer(Shape.class), new Circle(1.5))).isEqualTo(new Circle(1.5));
    }

    @Test
    void write_classThatNothingNames_refusedWithItsNameAndTheOption() {
        Dog dog = new Dog("Rex", Breed.BEAGLE, BigDecimal.TEN);

        for (Object value : List.of(dog, new ArrayList<>(List.of(dog)), new Dog[] {dog}, Breed.POODLE)) {
            assertThatThrownBy(() -> serializer(Object.class).write(value))
                    .isInstanceOf(SerializationException.class)
                    .hasMessageContaining(getClass().getName())
                    .hasMessageContaining("serial_filter");
        }
        assertThatThrownBy(() -> serializer(Box.class).write(new Box(dog)))
                .isInstanceOf(SerializationException.class)
                .hasMessageContaining(Dog.class.getName());
    }

    @Test
    void write_classThatTheFilterNames_isAllowed() {
        Dog dog = new Dog("Rex", Breed.BEAGLE, BigDecimal.TEN);

        assertThat(roundTrip(serializer(Object.class, Dog.class.getName()), dog))
                .isEqualTo(dog);
        assertThat(roundTrip(serializer(Box.class, "org.kennelcache.**"), new Box(dog)))
                .isEqualTo(new Box(dog));
    }

    @Test
    void write_classThatTheFilterRefuses_isRefusedThoughItIsDeclared() {
        assertThatThrownBy(() -> serializer(Dog.class, "!" + Breed.class.getName())
                        .write(new Dog("Rex", Breed.BEAGLE, BigDecimal.TEN)))
                .isInstanceOf(SerializationException.class)
                .hasMessageContaining(Breed.class.getName());
    }

    @Test
    void write_notSerializable_refusedWithTheNameOfTheOffender() {
        assertThatThrownBy(() -> serializer(Box.class).write(new Box(new Object())))
                .isInstanceOf(SerializationException.class)
                .hasMessageContaining("java.lang.Object")
                .hasMessageContaining(Box.class.getName());
    }

    @Test
    void write_lambdaOrProxyOrUrl_refused() throws IOException {
        Object proxy = Proxy.newProxyInstance(LOADER, new Class<?>[] {Runnable.class}, new SerializableHandler());

        for (Object value : List.of((Runnable & Serializable) () -> {}, proxy, new URL("http://example.org/"))) {
            assertThatThrownBy(() -> serializer(Box.class).write(new Box(value)))
                    .isInstanceOf(SerializationException.class)
                    .hasMessageContaining("not allowed");
        }
    }

    private static final class SerializableHandler implements InvocationHandler, Serializable {

        private static final long serialVersionUID = 1L;

        @Override
        public Object invoke(Object proxy, Method method, Object[] arguments) {
            return null;
        }
    }

    @Test
    void read_plantedGadget_isRefusedAndNeverMade() throws IOException {
        List<Object> hidden = List.of(
                new PlantedGadget(),
                new ArrayList<>(List.of(new PlantedGadget())),
                new HashSet<>(Set.of(new PlantedGadget())),
                new HashMap<>(Map.of(new PlantedGadget(), 1)),
                new PlantedGadget[] {new PlantedGadget()},
                new Box(new PlantedGadget()));
        PlantedGadget.MADE.set(0);

        for (Object gadget : hidden) {
            byte[] bytes = planted(gadget);
            assertThatThrownBy(() -> serializer(Box.class).read(bytes, 0, bytes.length))
                    .isInstanceOf(SerializationException.class)
                    .hasMessageContaining(PlantedGadget.class.getName())
                    .hasMessageContaining("serial_filter");
        }
        assertThat(PlantedGadget.MADE).hasValue(0);
    }

    @Test
    void read_plantedProxy_refused() throws IOException {
        byte[] bytes =
                planted(Proxy.newProxyInstance(LOADER, new Class<?>[] {Runnable.class}, new SerializableHandler()));

        assertThatThrownBy(() -> serializer(Object.class, "org.kennelcache.**").read(bytes, 0, bytes.length))
                .isInstanceOf(SerializationException.class)
                .hasMessageContaining("proxies");
    }

    @Test
    void read_hugeArrayAnnouncedByFewBytes_refusedWithoutTheMemory() throws IOException {
        byte[] bytes = planted(new long[1]);
        int lengthOffset = bytes.length - Integer.BYTES - Long.BYTES;
        ByteBuffer.wrap(bytes).putInt(lengthOffset, Integer.MAX_VALUE - 8);

        assertThatThrownBy(() -> serializer(Object.class).read(bytes, 0, bytes.length))
                .isInstanceOf(SerializationException.class)
                .hasMessageContaining("array");
    }

    @Test
    void read_setsNestedSoThatHashingNeverEnds_refusedAtOnce() throws IOException {
        Set<Object> root = new HashSet<>();
        Set<Object> one = root;
        Set<Object> other = new HashSet<>();
        for (int i = 0; i < 100; i++) {
            Set<Object> first = new HashSet<>();
            Set<Object> second = new HashSet<>();
            first.add("distinct");
            one.add(first);
            one.add(second);
            other.add(first);
            other.add(second);
            one = first;
            other = second;
        }
        byte[] bytes = planted(root);

        assertThatThrownBy(() -> serializer(Object.class).read(bytes, 0, bytes.length))
                .isInstanceOf(SerializationException.class)
                .hasMessageContaining("ways");
    }

    @Test
    void read_deeperOrMoreThanTheLimits_refused() {
        Object nested = new ArrayList<>();
        for (int i = 0; i < 50; i++) {
            nested = new ArrayList<>(List.of(nested));
        }
        byte[] bytes = serializer(Object.class).write(nested);

        assertThatThrownBy(() -> serializer(new SerialLimits(1000, 20, 1000), Object.class)
                        .read(bytes, 0, bytes.length))
                .hasMessageContaining("20 levels");
        assertThatThrownBy(() -> serializer(new SerialLimits(1000, 100, 30), Object.class)
                        .read(bytes, 0, bytes.length))
                .hasMessageContaining("30 objects");
    }

    @Test
    void read_partOfAnArray_readsThatPart() {
        byte[] bytes = serializer(Object.class).write(List.of("x"));
        byte[] surrounded = new byte[bytes.length + 10];
        System.arraycopy(bytes, 0, surrounded, 5, bytes.length);

        assertThat(serializer(Object.class).read(surrounded, 5, bytes.length)).isEqualTo(List.of("x"));
    }

    @Test
    void read_bytesThatAreNoObject_refused() {
        assertThatThrownBy(() -> serializer(Object.class).read(new byte[] {1, 2, 3}, 0, 3))
                .isInstanceOf(SerializationException.class);
        assertThatThrownBy(() -> serializer(Object.class).read(new byte[0], 0, 0))
                .isInstanceOf(SerializationException.class);
    }
}
