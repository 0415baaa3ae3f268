package org.kennelcache.store;

import com.github.benmanes.caffeine.cache.Caffeine;
import com.github.benmanes.caffeine.cache.Expiry;
import com.github.benmanes.caffeine.cache.RemovalCause;
import java.time.Duration;
import java.time.InstantSource;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.TimeUnit;
import java.util.function.ToIntBiFunction;
import org.jspecify.annotations.Nullable;

/** Makes the heap store that does no more than its cache needs: Caffeine where entries expire or are evicted. */
public final class HeapStores {

    /**
     * How long Caffeine leaves an expired entry in place. Within this time whoever meets the entry removes it and knows
     * what it was; after it, Caffeine sweeps.
     */
    static final Duration SWEEP_DELAY = Duration.ofSeconds(1);

    private HeapStores() {}

    /** Makes a store: of bare values where nothing expires, else of values with deadlines. */
    public static <K, V> EntryStore<K, V> create(HeapSettings<K, V> settings) {
        return settings.eternal() ? eternal(settings) : mortal(settings);
    }

    private static <K, V> EntryStore<K, V> eternal(HeapSettings<K, V> settings) {
        if (settings.bound() == 0) {
            return new EternalHeapStore<>(new ConcurrentHashMap<>(), settings.isolation());
        }
        Losses<K, V> losses = settings.losses();
        Caffeine<K, V> builder = bounded(settings, settings.weigher())
                .evictionListener((@Nullable K key, @Nullable V value, RemovalCause cause) -> losses.evicted());
        return new EternalHeapStore<>(builder.build().asMap(), settings.isolation());
    }

    private static <K, V> EntryStore<K, V> mortal(HeapSettings<K, V> settings) {
        InstantSource clock = settings.clock();
        Losses<K, V> losses = settings.losses();
        ToIntBiFunction<? super K, ? super V> weigher = settings.weigher();
        Caffeine<K, Mortal<V>> builder = HeapStores.<K, V, Mortal<V>>bounded(
                        settings, weigher == null ? null : (key, stored) -> weigher.applyAsInt(key, stored.value()))
                .ticker(() -> TimeUnit.MILLISECONDS.toNanos(clock.millis()))
                .scheduler(SharedTimer.started())
                .expireAfter(Expiry.writing((K key, Mortal<V> stored) -> timeToLive(stored, clock)))
                .evictionListener((@Nullable K key, @Nullable Mortal<V> stored, RemovalCause cause) -> {
                    if (key == null || stored == null) {
                        throw new IllegalStateException("a strongly held entry was collected");
                    }
                    if (cause == RemovalCause.SIZE && !Deadline.isOver(stored.deadline(), clock.millis())) {
                        losses.evicted();
                    } else {
                        losses.expired(key, stored.value());
                    }
                });
        return new MortalHeapStore<>(builder.build().asMap(), settings.isolation(), clock);
    }

    private static Duration timeToLive(Mortal<?> stored, InstantSource clock) {
        return stored.deadline() == Deadline.ETERNAL
                ? Duration.ofSeconds(Long.MAX_VALUE)
                : Duration.ofMillis(Math.max(0, stored.deadline() - clock.millis()))
                        .plus(SWEEP_DELAY);
    }

    @SuppressWarnings("unchecked") // a new builder fits any types
    private static <K, V, S> Caffeine<K, S> bounded(
            HeapSettings<K, V> settings, @Nullable ToIntBiFunction<? super K, ? super S> weigher) {
        Caffeine<K, S> builder = (Caffeine<K, S>) Caffeine.newBuilder().executor(settings.executor());
        if (settings.bound() > 0 && weigher != null) {
            builder.maximumWeight(settings.bound()).weigher(weigher::applyAsInt);
        } else if (settings.bound() > 0) {
            builder.maximumSize(settings.bound());
        }
        return builder;
    }
}
