package org.kennelcache.codec;

import java.util.List;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;
import org.kennelcache.spi.AllowedClasses;
import org.kennelcache.spi.Serializer;
import org.kennelcache.spi.SerializerSettings;

/**
 * Everything that turns the entries of one cache into bytes and back.
 *
 * @param naming gives the names of the records
 * @param keyType what every key that is read must be an instance of
 * @param keys keys as bytes
 * @param values values as bytes
 * @param records envelopes as bytes
 * @param <K> the type of the keys
 * @param <V> the type of the values
 */
public record CacheCodec<K, V>(
        Supplier<StoredNames> naming, Class<K> keyType, KeyCodec keys, ValueCodec<V> values, RecordCodec records) {

    /**
     * The codec for these settings.
     *
     * @throws IllegalArgumentException if there is no such serializer or compression, or a library that it needs is
     *     missing
     */
    public static <K, V> CacheCodec<K, V> of(CodecSettings<K, V> settings) {
        ClassLoader loader = settings.loader();
        AllowedClasses allowed =
                ClassGate.of(List.of(settings.keyType(), settings.valueType()), settings.serialFilter(), loader);
        Serializer serializer = Serializers.create(
                settings.serializer(),
                new SerializerSettings(loader, settings.valueType(), allowed, settings.limits()));
        return new CacheCodec<>(
                naming(settings, settings.sealing()),
                settings.keyType(),
                new KeyCodec(loader, allowed, settings.limits()),
                new ValueCodec<>(serializer, settings.valueType()),
                new RecordCodec(
                        settings.limits().maxBytes(),
                        Compression.of(settings.compression(), settings.decompressionLimit()),
                        seal(settings, settings.sealing())));
    }

    private static Supplier<StoredNames> naming(CodecSettings<?, ?> settings, @Nullable Sealing sealing) {
        if (sealing != null) {
            return new KeyedNaming(settings.configPrefix(), settings.cacheName(), sealing);
        }
        StoredNames names = clearNames(settings);
        return () -> names;
    }

    private static StoredNames clearNames(CodecSettings<?, ?> settings) {
        return new StoredNames(settings.configPrefix(), settings.cacheName(), false, Mangler.sha256());
    }

    private static Seal seal(CodecSettings<?, ?> settings, @Nullable Sealing sealing) {
        return sealing == null
                ? Seal.NONE
                : new KeyedSeal(sealing.keyring(), settings.configPrefix(), settings.cacheName());
    }

    /** The names of the records, as they are now. */
    public StoredNames names() {
        return naming.get();
    }
}
