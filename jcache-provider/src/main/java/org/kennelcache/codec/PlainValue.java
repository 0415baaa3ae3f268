package org.kennelcache.codec;

import java.nio.ByteBuffer;
import java.util.List;
import java.util.Map;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.kennelcache.spi.SerializationException;

/**
 * A type of values that needs no serializer.
 *
 * @param id its codec id
 * @param type its class
 * @param writer from a value to bytes
 * @param reader from bytes to a value; throws a {@link SerializationException} if they are too few or too many
 */
record PlainValue<T>(int id, Class<T> type, Function<T, byte[]> writer, Function<Bytes, T> reader) {

    private static final PlainValue<String> UTF8 =
            new PlainValue<>(1, String.class, Utf::utf8, in -> Utf.fromUtf8(in.array(), in.offset(), in.length()));

    /** For strings that UTF-8 cannot express. */
    private static final PlainValue<String> UTF16 =
            new PlainValue<>(11, String.class, Utf::utf16, in -> Utf.fromUtf16(in.array(), in.offset(), in.length()));

    private static final List<PlainValue<?>> ALL = List.of(
            UTF8,
            new PlainValue<>(2, byte[].class, byte[]::clone, Bytes::copy),
            number(3, Boolean.class, 1, (out, value) -> out.put((byte) (value ? 1 : 0)), in -> in.get() != 0),
            number(4, Byte.class, Byte.BYTES, ByteBuffer::put, ByteBuffer::get),
            number(5, Short.class, Short.BYTES, ByteBuffer::putShort, ByteBuffer::getShort),
            number(6, Integer.class, Integer.BYTES, ByteBuffer::putInt, ByteBuffer::getInt),
            number(7, Long.class, Long.BYTES, ByteBuffer::putLong, ByteBuffer::getLong),
            number(8, Float.class, Float.BYTES, ByteBuffer::putFloat, ByteBuffer::getFloat),
            number(9, Double.class, Double.BYTES, ByteBuffer::putDouble, ByteBuffer::getDouble),
            number(10, Character.class, Character.BYTES, ByteBuffer::putChar, ByteBuffer::getChar),
            UTF16);

    private static final Map<Class<?>, PlainValue<?>> BY_TYPE = ALL.stream()
            .filter(form -> form.type != String.class)
            .collect(Collectors.toUnmodifiableMap(PlainValue::type, form -> form));

    /** How a value is written, if it needs no serializer. */
    static @Nullable PlainValue<?> of(Object value) {
        if (value instanceof String text) {
            return Utf.isWellFormed(text) ? UTF8 : UTF16;
        }
        return BY_TYPE.get(value.getClass());
    }

    /** What a codec id stands for, if it is no serializer's. */
    static @Nullable PlainValue<?> of(int id) {
        return id > 0 && id <= ALL.size() ? ALL.get(id - 1) : null;
    }

    byte[] write(Object value) {
        return writer.apply(type.cast(value));
    }

    T read(Bytes bytes) {
        return reader.apply(bytes);
    }

    /** Puts a number into a buffer that is large enough. */
    @FunctionalInterface
    private interface Putting<T> {
        ByteBuffer put(ByteBuffer out, T value);
    }

    private static <T> PlainValue<T> number(
            int id, Class<T> type, int length, Putting<T> putting, Function<ByteBuffer, T> getting) {
        return new PlainValue<>(
                id,
                type,
                value -> putting.put(ByteBuffer.allocate(length), value).array(),
                in -> getting.apply(exactly(length, in)));
    }

    private static ByteBuffer exactly(int length, Bytes in) {
        if (in.length() != length) {
            throw new SerializationException("a value of " + in.length() + " bytes where " + length + " are expected");
        }
        return ByteBuffer.wrap(in.array(), in.offset(), length);
    }
}
