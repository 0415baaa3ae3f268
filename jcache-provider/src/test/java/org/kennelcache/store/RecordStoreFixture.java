package org.kennelcache.store;

import java.time.InstantSource;
import java.util.List;
import java.util.Random;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.atomic.LongAdder;
import java.util.concurrent.locks.LockSupport;
import org.kennelcache.codec.CacheCodec;
import org.kennelcache.codec.CodecSettings;
import org.kennelcache.codec.Mangler;
import org.kennelcache.codec.Rejection;
import org.kennelcache.codec.SerialFilter;
import org.kennelcache.spi.Backend;
import org.kennelcache.spi.SerialLimits;

/** Makes record stores for tests, and sees what they do besides. */
public final class RecordStoreFixture {

    private final List<Rejection> rejections = new CopyOnWriteArrayList<>();
    private final LongAdder pauses = new LongAdder();
    private final InstantSource clock;

    /** A fixture whose stores judge deadlines by the given clock. */
    public RecordStoreFixture(InstantSource clock) {
        this.clock = clock;
    }

    /** A store of a cache without declared types. */
    public RecordStore<Object, Object> store(Backend backend, String cacheName) {
        return store(backend, cacheName, Object.class, Object.class);
    }

    /** A store of a cache with declared types. */
    public <K, V> RecordStore<K, V> store(Backend backend, String cacheName, Class<K> keyType, Class<V> valueType) {
        ClassLoader loader = getClass().getClassLoader();
        CacheCodec<K, V> codec = CacheCodec.of(new CodecSettings<>(
                "test",
                cacheName,
                keyType,
                valueType,
                "java",
                SerialFilter.of(List.of()),
                SerialLimits.DEFAULT,
                Mangler.sha256(),
                loader));
        return new RecordStore<>(new RecordSettings<>(
                backend,
                codec,
                Isolation.byValue(loader, keyType, valueType),
                Retries.DEFAULT,
                Aging.byPolicy(),
                new TimeToLive(null),
                clock,
                new Random(),
                this::pause,
                (name, rejection) -> rejections.add(rejection)));
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
