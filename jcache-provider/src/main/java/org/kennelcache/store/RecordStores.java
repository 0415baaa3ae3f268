package org.kennelcache.store;

import java.time.InstantSource;
import java.util.function.LongConsumer;
import java.util.random.RandomGenerator;
import org.kennelcache.codec.CacheCodec;
import org.kennelcache.codec.CodecSettings;
import org.kennelcache.codec.Mangler;
import org.kennelcache.codec.SerialFilter;
import org.kennelcache.spi.SerialLimits;

/** Makes record stores. */
public final class RecordStores {

    private RecordStores() {}

    /**
     * A store of one cache.
     *
     * @param remote where its entries are
     * @param keyType the declared type of the keys; {@code Object} if none was declared
     * @param valueType the declared type of the values; {@code Object} if none was declared
     * @param loader where classes are looked up
     * @param clock judges deadlines
     * @param random gives versions and jitter; for many threads at once, and different in every process
     * @param sleeper pauses the calling thread for a number of nanoseconds, or until it is interrupted
     * @throws IllegalArgumentException if the serializer or its filter is none, or needs a library that is missing
     */
    public static <K, V> EntryStore<K, V> create(
            RemoteSettings remote,
            Class<K> keyType,
            Class<V> valueType,
            ClassLoader loader,
            InstantSource clock,
            RandomGenerator random,
            LongConsumer sleeper) {
        CodecSettings<K, V> codec = new CodecSettings<>(
                remote.configPrefix(),
                remote.cacheName(),
                keyType,
                valueType,
                remote.serializer(),
                SerialFilter.of(remote.serialFilter()),
                SerialLimits.DEFAULT,
                Mangler.sha256(),
                loader);
        return new RecordStore<>(new RecordSettings<>(
                remote.backend(),
                CacheCodec.of(codec),
                Isolation.byValue(loader, keyType, valueType),
                Retries.DEFAULT,
                remote.timeToLive(),
                clock,
                random,
                remote.counters().countingRetries(sleeper),
                heardBy(new RejectionLog(), remote.counters())));
    }

    private static RejectionListener heardBy(RejectionListener first, RejectionListener second) {
        return (name, rejection) -> {
            first.rejected(name, rejection);
            second.rejected(name, rejection);
        };
    }
}
