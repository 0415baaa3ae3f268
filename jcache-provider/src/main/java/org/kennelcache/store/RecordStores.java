package org.kennelcache.store;

import java.time.InstantSource;
import java.util.function.LongConsumer;
import java.util.random.RandomGenerator;
import org.jspecify.annotations.Nullable;
import org.kennelcache.codec.CacheCodec;
import org.kennelcache.codec.CodecSettings;
import org.kennelcache.codec.Sealing;
import org.kennelcache.codec.SerialFilter;
import org.kennelcache.codec.StoredNames;
import org.kennelcache.spi.Backend;
import org.kennelcache.spi.SerialLimits;

/** Makes record stores. */
public final class RecordStores {

    private RecordStores() {}

    /**
     * How the names of all records of a cache that does not hide its name start, and none of another cache.
     *
     * @param configPrefix what tells applications on one server apart; may be empty
     * @param cacheName the name of the cache
     */
    public static String namesPrefix(String configPrefix, String cacheName) {
        return StoredNames.prefix(configPrefix, cacheName);
    }

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
     * @param aging what becomes of values that have come of age
     * @param rejections is told of records that are none of the cache's entries
     * @throws IllegalArgumentException if the serializer, its filter or the compression is none, or needs a library
     *     that is missing
     */
    public static <K, V> EntryStore<K, V> create(
            RemoteSettings remote,
            Class<K> keyType,
            Class<V> valueType,
            ClassLoader loader,
            InstantSource clock,
            RandomGenerator random,
            LongConsumer sleeper,
            Aging aging,
            RejectionListener rejections) {
        RemoteSettings.Encryption encryption = remote.encryption();
        Sealing sealing = encryption == null ? null : new Sealing(encryption.keyring(), encryption.hidesCacheName());
        Backend cleartext = encryption == null ? null : encryption.cleartext();
        EntryStore<K, V> store = new RecordStore<>(new RecordSettings<>(
                remote.backend(),
                codec(remote, keyType, valueType, loader, sealing),
                Isolation.byValue(loader, keyType, valueType),
                Retries.DEFAULT,
                aging,
                remote.timeToLive(),
                clock,
                random,
                remote.counters().countingRetries(sleeper),
                heardBy(rejections, remote.counters()),
                remote.raisesUndecodable(),
                cleartext == null
                        ? null
                        : new RecordSettings.Accepted<>(cleartext, codec(remote, keyType, valueType, loader, null))));
        return remote.forgivesOutages()
                ? new ForgivingStore<>(store, remote.cacheName(), remote.counters(), clock)
                : store;
    }

    private static <K, V> CacheCodec<K, V> codec(
            RemoteSettings remote,
            Class<K> keyType,
            Class<V> valueType,
            ClassLoader loader,
            @Nullable Sealing sealing) {
        return CacheCodec.of(new CodecSettings<>(
                remote.configPrefix(),
                remote.cacheName(),
                keyType,
                valueType,
                remote.serializer(),
                SerialFilter.of(remote.serialFilter()),
                SerialLimits.DEFAULT,
                remote.compression(),
                remote.decompressionLimit(),
                sealing,
                loader));
    }

    private static RejectionListener heardBy(RejectionListener first, RejectionListener second) {
        return (name, rejection) -> {
            first.rejected(name, rejection);
            second.rejected(name, rejection);
        };
    }
}
