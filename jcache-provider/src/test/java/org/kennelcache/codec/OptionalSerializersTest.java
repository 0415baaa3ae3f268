package org.kennelcache.codec;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.Serializable;
import java.math.BigDecimal;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalTime;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.Set;
import java.util.TreeSet;
import java.util.UUID;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.kennelcache.spi.SerialLimits;
import org.kennelcache.spi.SerializationException;
import org.kennelcache.spi.Serializer;
import org.kennelcache.spi.SerializerSettings;

/** The serializers that come from other libraries. */
class OptionalSerializersTest {

    private static final ClassLoader LOADER = OptionalSerializersTest.class.getClassLoader();

    private static Serializer serializer(String name, Class<?> valueType, String... serialFilter) {
        ClassGate allowed = ClassGate.of(List.of(valueType), SerialFilter.of(List.of(serialFilter)), LOADER);
        return Serializers.create(name, new SerializerSettings(LOADER, valueType, allowed, SerialLimits.DEFAULT));
    }

    private static Object roundTrip(Serializer serializer, Object value) {
        byte[] bytes = serializer.write(value);
        byte[] surrounded = new byte[bytes.length + 10];
        System.arraycopy(bytes, 0, surrounded, 5, bytes.length);
        return serializer.read(surrounded, 5, bytes.length);
    }

    /** A class as applications have them. */
    public static class Owner {

        private String name = "";
        private List<Dog> dogs = new ArrayList<>();
        private int age;

        public String getName() {
            return name;
        }

        public void setName(String name) {
            this.name = name;
        }

        public List<Dog> getDogs() {
            return dogs;
        }

        public void setDogs(List<Dog> dogs) {
            this.dogs = dogs;
        }

        public int getAge() {
            return age;
        }

        public void setAge(int age) {
            this.age = age;
        }
    }

    /** A subclass that nothing names. */
    public static final class Breeder extends Owner {}

    /** A part of a value. */
    public record Dog(String name, Breed breed, BigDecimal weight, List<Integer> litters) implements Serializable {}

    /** A part of a part. */
    public enum Breed {
        BEAGLE,
        POODLE
    }

    private static Owner owner() {
        Owner owner = new Owner();
        owner.setName("Ann");
        owner.setAge(-33);
        owner.setDogs(new ArrayList<>(List.of(new Dog("Rex", Breed.BEAGLE, new BigDecimal("12.50"), List.of(3, 4)))));
        return owner;
    }

    @ParameterizedTest
    @ValueSource(strings = {"json", "kryo", "fory"})
    void read_declaredTypeAndWhatItsFieldsName_isAsItWasWritten(String name) {
        assertThat(roundTrip(serializer(name, Owner.class), owner()))
                .usingRecursiveComparison()
                .isEqualTo(owner());
    }

    static Stream<Object> jdkValues() {
        Map<Object, Object> map = new HashMap<>();
        map.put("key", Arrays.<Object>asList(1, null, 2L));
        return Stream.of(
                map,
                List.of(),
                List.of(1, "a"),
                Set.of(1),
                Map.of("a", 1.5),
                new TreeSet<>(Set.of("a", "b")),
                new UUID(1, 2),
                Instant.ofEpochSecond(5, 999_999_999),
                LocalTime.MAX,
                Duration.ofSeconds(1, 999_999_999),
                new BigDecimal("-1.50"));
    }

    @ParameterizedTest
    @MethodSource("jdkValues")
    void kryo_valueOfTheJdk_equalsWhatWasWritten(Object value) {
        assertThat(roundTrip(serializer("kryo", Object.class), value)).isEqualTo(value);
    }

    @ParameterizedTest
    @MethodSource("jdkValues")
    void fory_valueOfTheJdk_equalsWhatWasWritten(Object value) {
        assertThat(roundTrip(serializer("fory", Object.class), value)).isEqualTo(value);
    }

    @ParameterizedTest
    @ValueSource(strings = {"kryo", "fory"})
    void write_classThatNothingNames_refusedWithItsNameAndTheOption(String name) {
        assertThatThrownBy(() -> serializer(name, Object.class).write(owner()))
                .isInstanceOf(SerializationException.class)
                .hasMessageContaining(Owner.class.getName())
                .hasMessageContaining("serial_filter");
    }

    @ParameterizedTest
    @ValueSource(strings = {"kryo", "fory"})
    void write_classThatTheFilterNames_isAllowed(String name) {
        assertThat(roundTrip(serializer(name, Object.class, Owner.class.getName()), owner()))
                .usingRecursiveComparison()
                .isEqualTo(owner());
    }

    @ParameterizedTest
    @ValueSource(strings = {"kryo", "fory"})
    void read_plantedGadget_isRefusedAndNeverMade(String name) {
        byte[] planted =
                serializer(name, Object.class, PlantedGadget.class.getName()).write(new PlantedGadget());
        PlantedGadget.MADE.set(0);

        assertThatThrownBy(() -> serializer(name, Object.class).read(planted, 0, planted.length))
                .isInstanceOf(SerializationException.class);
        assertThat(PlantedGadget.MADE).hasValue(0);
    }

    @ParameterizedTest
    @ValueSource(strings = {"java", "json", "kryo", "fory"})
    void read_anyBytes_isAValueOrRefused(String name) {
        Serializer serializer = serializer(name, Owner.class, Dog.class.getName());
        byte[] good = "java".equals(name) ? serializer.write(owner().getDogs()) : serializer.write(owner());
        Random random = new Random(1);

        for (int i = 0; i < 3_000; i++) {
            byte[] bytes = good.clone();
            bytes[random.nextInt(bytes.length)] = (byte) random.nextInt();
            bytes[random.nextInt(bytes.length)] = (byte) random.nextInt();
            try {
                serializer.read(bytes, 0, bytes.length);
            } catch (SerializationException expected) {
                assertThat(expected).hasMessageNotContaining("Rex");
            }
        }
    }

    @ParameterizedTest
    @ValueSource(strings = {"kryo", "fory"})
    void read_valueFromOtherClasses_refused(String name) {
        byte[] bytes = serializer(name, Owner.class).write(owner());

        assertThatThrownBy(() -> serializer(name, Owner.class, PlantedGadget.class.getName())
                        .read(bytes, 0, bytes.length))
                .isInstanceOf(SerializationException.class)
                .hasMessageContaining("registered classes");
    }

    @Test
    void json_noValueType_refused() {
        assertThatThrownBy(() -> serializer("json", Object.class))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessageContaining("value type");
    }

    @Test
    void json_subclassOfTheValueType_refusedInsteadOfCut() {
        assertThatThrownBy(() -> serializer("json", Owner.class).write(new Breeder()))
                .isInstanceOf(SerializationException.class)
                .hasMessageContaining(Breeder.class.getName())
                .hasMessageContaining("@JsonTypeInfo");
    }

    @Test
    void json_classNamedInTheBytes_isNotMade() {
        Serializer serializer = serializer("json", Map.class);
        byte[] bytes = ("{\"@class\":\"" + PlantedGadget.class.getName() + "\"}").getBytes(UTF_8);

        assertThat(serializer.read(bytes, 0, bytes.length)).isEqualTo(Map.of("@class", PlantedGadget.class.getName()));
    }
}
