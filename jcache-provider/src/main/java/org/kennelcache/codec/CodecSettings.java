package org.kennelcache.codec;

import org.jspecify.annotations.Nullable;
import org.kennelcache.spi.SerialLimits;

/**
 * What decides on the bytes of a cache. Caches that share entries agree in all of it but the class loader and the
 * limits.
 *
 * @param configPrefix what tells applications on one server apart; may be empty
 * @param cacheName the name of the cache
 * @param keyType the declared type of the keys; {@code Object} if none was declared
 * @param valueType the declared type of the values; {@code Object} if none was declared
 * @param serializer the option {@code serializer}, see {@link Serializers}
 * @param serialFilter the option {@code serial_filter}
 * @param limits how large a record and what is read from it may be
 * @param compression the option {@code compression}
 * @param decompressionLimit the option {@code decompression_limit}, in bytes
 * @param sealing keys; null: records are stored in the clear
 * @param loader where classes are looked up
 * @param <K> the type of the keys
 * @param <V> the type of the values
 */
public record CodecSettings<K, V>(
        String configPrefix,
        String cacheName,
        Class<K> keyType,
        Class<V> valueType,
        String serializer,
        SerialFilter serialFilter,
        SerialLimits limits,
        String compression,
        int decompressionLimit,
        @Nullable Sealing sealing,
        ClassLoader loader) {}
