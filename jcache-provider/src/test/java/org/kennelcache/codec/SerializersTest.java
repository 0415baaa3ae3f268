package org.kennelcache.codec;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.lang.reflect.InvocationTargetException;
import java.lang.reflect.Method;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.kennelcache.HidingLoader;
import org.kennelcache.spi.SerialLimits;
import org.kennelcache.spi.Serializer;
import org.kennelcache.spi.SerializerSettings;

class SerializersTest {

    private static SerializerSettings settings(ClassLoader loader) {
        return new SerializerSettings(
                loader, Rex.class, ClassGate.of(List.of(), SerialFilter.of(List.of()), loader), SerialLimits.DEFAULT);
    }

    private static SerializerSettings settings() {
        return settings(SerializersTest.class.getClassLoader());
    }

    /** A value type. */
    public static final class Rex {}

    /** A serializer of a user's. */
    public static class Custom implements Serializer.Factory {

        @Override
        public Serializer create(SerializerSettings settings) {
            return new CustomSerializer(64);
        }
    }

    /** One whose number is taken. */
    public static final class Misnumbered implements Serializer.Factory {

        @Override
        public Serializer create(SerializerSettings settings) {
            return new CustomSerializer(63);
        }
    }

    /** One that cannot be made. */
    public static final class Broken extends Custom {

        /** Fails. */
        public Broken() {
            throw new IllegalStateException("broken");
        }
    }

    private record CustomSerializer(int id) implements Serializer {

        @Override
        public byte[] write(Object value) {
            return value.toString().getBytes(UTF_8);
        }

        @Override
        public Object read(byte[] bytes, int offset, int length) {
            return new String(bytes, offset, length, UTF_8);
        }
    }

    @ParameterizedTest
    @CsvSource({"java, 32", "json, 33", "kryo, 34", "fory, 35"})
    void create_ownName_givesTheSerializerWithItsId(String name, int id) {
        assertThat(Serializers.create(name, settings()).id()).isEqualTo(id);
    }

    @Test
    void create_nameOfAFactory_givesItsSerializer() {
        assertThat(Serializers.create(Custom.class.getName(), settings()).id()).isEqualTo(64);
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "Java", "no.such.Class", "java.lang.String"})
    void create_nameOfNone_saysWhatIsAllowed(String name) {
        assertThatThrownBy(() -> Serializers.create(name, settings()))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessageContaining("serializer: '" + name + "'")
                .hasMessageContaining("java, json, kryo, fory");
    }

    @Test
    void create_factoryThatFails_tellsTheCause() {
        assertThatThrownBy(() -> Serializers.create(Broken.class.getName(), settings()))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessageContaining(Broken.class.getName())
                .hasRootCauseMessage("broken");
    }

    @Test
    void create_idThatIsTaken_saysWhichAreFree() {
        assertThatThrownBy(() -> Serializers.create(Misnumbered.class.getName(), settings()))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessageContaining("63")
                .hasMessageContaining("64 to 127");
    }

    @ParameterizedTest
    @CsvSource({
        "json, com.fasterxml.jackson., com.fasterxml.jackson.core:jackson-databind",
        "kryo, com.esotericsoftware., com.esotericsoftware.kryo:kryo5",
        "fory, org.apache.fory., org.apache.fory:fory-core"
    })
    void create_libraryMissing_namesTheArtifact(String name, String hidden, String artifact) throws Exception {
        ClassLoader loader = new HidingLoader("org.kennelcache.codec.", hidden);
        Method create = loader.loadClass(Serializers.class.getName())
                .getMethod("create", String.class, SerializerSettings.class);

        assertThatThrownBy(() -> create.invoke(null, name, settings(loader)))
                .isInstanceOf(InvocationTargetException.class)
                .cause()
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessageContaining("'" + name + "'")
                .hasMessageContaining(artifact);
    }
}
