package org.kennelcache.codec;

import org.kennelcache.spi.Serializer;
import org.kennelcache.spi.SerializerSettings;

/** {@code serializer = java}: Java serialisation behind the allow-list. */
final class JavaSerializer implements Serializer {

    private final GuardedSerialization serialization;

    JavaSerializer(SerializerSettings settings) {
        serialization = new GuardedSerialization(settings.loader(), settings.allowed(), settings.limits());
    }

    @Override
    public int id() {
        return SerializerIds.JAVA;
    }

    @Override
    public byte[] write(Object value) {
        return serialization.write(value);
    }

    @Override
    public Object read(byte[] bytes, int offset, int length) {
        return serialization.read(Bytes.of(bytes, offset, length));
    }
}
