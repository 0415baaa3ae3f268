package org.kennelcache.codec;

import java.util.List;
import org.apache.fory.Fory;
import org.apache.fory.ThreadSafeFory;
import org.apache.fory.memory.MemoryBuffer;
import org.kennelcache.spi.SerializationException;
import org.kennelcache.spi.Serializer;
import org.kennelcache.spi.SerializerSettings;

/**
 * {@code serializer = fory}: Apache Fory with registered classes only.
 *
 * <p>Registered are the value types that Fory knows by itself and
 * {@link org.kennelcache.spi.AllowedClasses#declared the classes known by name}; a pattern of {@code serial_filter}
 * registers nothing. Each value starts with a {@link Schema fingerprint} of these classes: after a change to any of
 * them, values that were written before cannot be read any more.
 */
final class ForySerializer implements Serializer {

    private final int fingerprint;
    private final ThreadSafeFory fory;

    ForySerializer(SerializerSettings settings) {
        List<Class<?>> registered = Schema.withArrays(settings.allowed().declared());
        fingerprint = Schema.fingerprint(registered);
        fory = Fory.builder()
                .withXlang(false)
                .withClassLoader(settings.loader())
                .requireClassRegistration(true)
                .withRefTracking(true)
                .withMaxDepth(settings.limits().maxDepth())
                .suppressClassRegistrationWarnings(true)
                .buildThreadSafeForyPool(Runtime.getRuntime().availableProcessors());
        registered.forEach(type -> fory.register(type));
    }

    @Override
    public int id() {
        return SerializerIds.FORY;
    }

    @Override
    public byte[] write(Object value) {
        try {
            MemoryBuffer out = MemoryBuffer.newHeapBuffer(64);
            out.writeInt32(fingerprint);
            fory.serialize(out, value);
            return out.getBytes(0, out.writerIndex());
        } catch (RuntimeException | StackOverflowError e) {
            throw new SerializationException(
                    "a value of " + value.getClass().getName() + " cannot be written by Fory: " + e.getMessage()
                            + " (the option serial_filter registers the classes that it lists by name)",
                    e);
        }
    }

    @Override
    public Object read(byte[] bytes, int offset, int length) {
        try {
            MemoryBuffer in = MemoryBuffer.fromByteArray(bytes, offset, length);
            if (in.readInt32() != fingerprint) {
                throw new SerializationException(
                        "the registered classes are not those that the value was written with");
            }
            return fory.deserialize(in);
        } catch (SerializationException e) {
            throw e;
        } catch (RuntimeException | LinkageError | StackOverflowError e) {
            throw new SerializationException(
                    "the bytes are no value written by Fory: " + e.getClass().getName(), e);
        }
    }
}
