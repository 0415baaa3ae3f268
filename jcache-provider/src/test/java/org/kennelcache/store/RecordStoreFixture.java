package org.kennelcache.store;

import java.time.InstantSource;
import java.util.List;
import java.util.Random;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.atomic.LongAdder;
import java.util.concurrent.locks.LockSupport;
import org.jspecify.annotations.Nullable;
import org.kennelcache.codec.CacheCodec;
import org.kennelcache.codec.CodecSettings;
import org.kennelcache.codec.Rejection;
import org.kennelcache.codec.Sealing;
import org.kennelcache.codec.SerialFilter;
import org.kennelcache.spi.Backend;
import org.kennelcache.spi.Keyring;
import org.kennelcache.spi.SerialLimits;

/** Makes record stores for tests, and sees what they do besides. */
public final class RecordStoreFixture {

    private final List<Rejection> rejections = new CopyOnWriteArrayList<>();
    private final LongAdder pauses = new LongAdder();
    private final InstantSource clock;
    private String compression = "none";
    private @Nullable Sealing sealing;
    private boolean raises;
    private @Nullable Backend accepted;

    /** A fixture whose stores judge deadlines by the given clock. */
    public RecordStoreFixture(InstantSource clock) {
        this.clock = clock;
    }

    /** The stores that are made from now on seal their records. */
    public RecordStoreFixture sealing(Keyring keyring, boolean hidesCacheName) {
        sealing = new Sealing(keyring, hidesCacheName);
        return this;
    }

    /** The stores that are made from now on compress their records. */
    public RecordStoreFixture compressing(String name) {
        compression = name;
        return this;
    }

    /** The reads of stores that are made from now on fail where a record is no entry. */
    public RecordStoreFixture raising() {
        raises = true;
        return this;
    }

    /** The stores that are made from now on take over records from there that were not sealed. */
    public RecordStoreFixture acceptingClear(Backend from) {
        accepted = from;
        return this;
    }

    /** A store of a cache without declared types. */
    public RecordStore<Object, Object> store(Backend backend, String cacheName) {
        return store(backend, cacheName, Object.class, Object.class);
    }

    /** A store of a cache with declared types. */
    public <K, V> RecordStore<K, V> store(Backend backend, String cacheName, Class<K> keyType, Class<V> valueType) {
        return new RecordStore<>(new RecordSettings<>(
                backend,
                codec(cacheName, keyType, valueType, sealing),
                Isolation.byValue(getClass().getClassLoader(), keyType, valueType),
                Retries.DEFAULT,
                Aging.byPolicy(false),
                new TimeToLive(null),
                clock,
                new Random(),
                this::pause,
                (name, rejection) -> rejections.add(rejection),
                raises,
                accepted == null
                        ? null
                        : new RecordSettings.Accepted<>(accepted, codec(cacheName, keyType, valueType, null))));
    }

    private <K, V> CacheCodec<K, V> codec(
            String cacheName, Class<K> keyType, Class<V> valueType, @Nullable Sealing seal) {
        return CacheCodec.of(new CodecSettings<>(
                "test",
                cacheName,
                keyType,
                valueType,
                "java",
                SerialFilter.of(List.of()),
                SerialLimits.DEFAULT,
                compression,
                SerialLimits.DEFAULT.maxBytes(),
                seal,
                getClass().getClassLoader()));
    }

    private void pause(long nanos) {
        pauses.increment();
        LockSupport.parkNanos(nanos);
    }

    /** What was rejected so far. */
    public List<Rejection> rejections() {
        return rejections;
    }

    /** How often a store has waited after a lost race. */
    public long pauses() {
        return pauses.sum();
    }
}
