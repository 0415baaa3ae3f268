package org.kennelcache.codec;

import com.esotericsoftware.kryo.kryo5.Kryo;
import com.esotericsoftware.kryo.kryo5.io.Output;
import com.esotericsoftware.kryo.kryo5.objenesis.strategy.StdInstantiatorStrategy;
import com.esotericsoftware.kryo.kryo5.serializers.DefaultSerializers;
import com.esotericsoftware.kryo.kryo5.util.DefaultInstantiatorStrategy;
import com.esotericsoftware.kryo.kryo5.util.Pool;
import java.net.URI;
import java.util.List;
import java.util.UUID;
import java.util.stream.Stream;
import org.kennelcache.spi.SerializationException;
import org.kennelcache.spi.Serializer;
import org.kennelcache.spi.SerializerSettings;

/**
 * {@code serializer = kryo}: Kryo with registered classes only.
 *
 * <p>Registered are value types of the JDK and {@link org.kennelcache.spi.AllowedClasses#declared the classes known by
 * name}; a pattern of {@code serial_filter} registers nothing. Kryo's bytes hold the number of a class and the bare
 * values of its fields, so each value starts with a {@link Schema fingerprint} of all registered classes: after a
 * change to any of them, values that were written before cannot be read any more.
 */
final class KryoSerializer implements Serializer {

    private static final int FIRST_BUFFER = 512;

    private final List<Class<?>> registered;
    private final int fingerprint;
    private final int maxBytes;
    private final Pool<Kryo> pool;

    KryoSerializer(SerializerSettings settings) {
        registered = Stream.concat(
                        KryoTypes.JDK.stream(),
                        Schema.withArrays(settings.allowed().declared()).stream())
                .toList();
        fingerprint = Schema.fingerprint(registered);
        maxBytes = settings.limits().maxBytes();
        pool = new Pool<Kryo>(true, false, Runtime.getRuntime().availableProcessors()) {
            @Override
            protected Kryo create() {
                return newKryo(settings);
            }
        };
        pool.free(newKryo(settings));
    }

    private Kryo newKryo(SerializerSettings settings) {
        Kryo kryo = new Kryo();
        kryo.setClassLoader(settings.loader());
        kryo.setRegistrationRequired(true);
        kryo.setReferences(true);
        kryo.setMaxDepth(settings.limits().maxDepth());
        kryo.setInstantiatorStrategy(new DefaultInstantiatorStrategy(new StdInstantiatorStrategy()));
        kryo.addDefaultSerializer(UUID.class, new DefaultSerializers.UUIDSerializer());
        kryo.addDefaultSerializer(URI.class, new DefaultSerializers.URISerializer());
        registered.forEach(type -> register(kryo, type));
        return kryo;
    }

    private static void register(Kryo kryo, Class<?> type) {
        try {
            kryo.register(type);
        } catch (RuntimeException e) {
            throw new IllegalArgumentException("serializer: 'kryo' cannot be used with " + type.getName(), e);
        }
    }

    @Override
    public int id() {
        return SerializerIds.KRYO;
    }

    @Override
    public byte[] write(Object value) {
        Kryo kryo = pool.obtain();
        try {
            Output out = new Output(FIRST_BUFFER, maxBytes);
            out.writeInt(fingerprint);
            kryo.writeClassAndObject(out, value);
            return out.toBytes();
        } catch (RuntimeException | StackOverflowError e) {
            throw new SerializationException(
                    "a value of " + value.getClass().getName() + " cannot be written by Kryo: " + e.getMessage()
                            + " (the option serial_filter registers the classes that it lists by name)",
                    e);
        } finally {
            pool.free(kryo);
        }
    }

    @Override
    public Object read(byte[] bytes, int offset, int length) {
        BoundedKryoInput in = new BoundedKryoInput(bytes, offset, length);
        Kryo kryo = pool.obtain();
        try {
            if (in.readInt() != fingerprint) {
                throw new SerializationException(
                        "the registered classes are not those that the value was written with");
            }
            return kryo.readClassAndObject(in);
        } catch (SerializationException e) {
            throw e;
        } catch (RuntimeException | LinkageError | StackOverflowError e) {
            throw new SerializationException(
                    "the bytes are no value written by Kryo: " + e.getClass().getName(), e);
        } finally {
            pool.free(kryo);
        }
    }
}
