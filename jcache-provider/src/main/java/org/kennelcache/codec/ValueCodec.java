package org.kennelcache.codec;

import org.jspecify.annotations.Nullable;
import org.kennelcache.spi.SerializationException;
import org.kennelcache.spi.Serializer;

/**
 * Values as bytes with a codec id that says how they are written.
 *
 * <table>
 * <caption>Codec ids. Numbers are big-endian.</caption>
 * <tr><th>id</th><th>value</th></tr>
 * <tr><td>1</td><td>String, UTF-8</td></tr>
 * <tr><td>2</td><td>byte[]</td></tr>
 * <tr><td>3</td><td>Boolean: 0 or 1</td></tr>
 * <tr><td>4 to 7</td><td>Byte, Short, Integer, Long</td></tr>
 * <tr><td>8, 9</td><td>Float, Double, IEEE 754</td></tr>
 * <tr><td>10</td><td>Character</td></tr>
 * <tr><td>11</td><td>a String that UTF-8 cannot express, UTF-16</td></tr>
 * <tr><td>32 to 35</td><td>the serializers {@code java}, {@code json}, {@code kryo}, {@code fory}</td></tr>
 * <tr><td>64 to 127</td><td>a serializer of the user's</td></tr>
 * </table>
 *
 * <p>Ids below 32 can be read whatever the serializer of the cache is.
 *
 * @param <V> the type of the values
 */
public final class ValueCodec<V> {

    private final Serializer serializer;
    private final Class<V> valueType;

    /**
     * A codec for one cache.
     *
     * @param serializer for what is no string, byte array or boxed primitive
     * @param valueType what every value that is read must be an instance of
     */
    public ValueCodec(Serializer serializer, Class<V> valueType) {
        this.serializer = serializer;
        this.valueType = valueType;
    }

    /**
     * A value as bytes.
     *
     * @param codecId how it is written
     * @param bytes the value
     */
    public record Encoded(int codecId, Bytes bytes) {}

    /**
     * The bytes of a value.
     *
     * @throws SerializationException if it cannot be written
     */
    public Encoded encode(Object value) {
        PlainValue<?> plain = PlainValue.of(value);
        return plain == null
                ? new Encoded(serializer.id(), Bytes.of(serializer.write(value)))
                : new Encoded(plain.id(), Bytes.of(plain.write(value)));
    }

    /**
     * The value that some bytes stand for.
     *
     * @throws SerializationException if there is none, if another serializer wrote it, or if it is of another type
     */
    public V decode(int codecId, Bytes bytes) {
        Object value = read(codecId, bytes);
        if (!valueType.isInstance(value)) {
            throw new SerializationException("the value is a "
                    + value.getClass().getName() + "; the cache's value type is " + valueType.getName());
        }
        return valueType.cast(value);
    }

    private Object read(int codecId, Bytes bytes) {
        PlainValue<?> plain = PlainValue.of(codecId);
        if (plain != null) {
            return plain.read(bytes);
        }
        if (codecId != serializer.id()) {
            throw new SerializationException(
                    "the value has the codec id " + codecId + "; this cache's serializer has " + serializer.id());
        }
        return deserialized(bytes);
    }

    private Object deserialized(Bytes bytes) {
        @Nullable Object value;
        try {
            value = serializer.read(bytes.array(), bytes.offset(), bytes.length());
        } catch (SerializationException e) {
            throw e;
        } catch (RuntimeException | LinkageError | StackOverflowError e) {
            throw new SerializationException(
                    "the serializer failed: " + e.getClass().getName(), e);
        }
        if (value == null) {
            throw new SerializationException("the serializer read null");
        }
        return value;
    }
}
