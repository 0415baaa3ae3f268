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

    /** How long Caffeine leaves an expired entry in place, where nobody wants it any more. */
    static final Duration SWEEP_DELAY = Duration.ofSeconds(1);

    private HeapStores() {}

    /** Makes a store: of bare values where nothing expires, else of values with deadlines. */
    public static <K, V> EntryStore<K, V> create(HeapSettings<K, V> settings) {
        return settings.eternal() ? eternal(settings) : mortal(settings);
    }

    private static <K, V> EntryStore<K, V> eternal(HeapSettings<K, V> settings) {
        if (settings.bound() == 0) {
            return new EternalHeapStore<>(new ConcurrentHashMap<>(), settings);
        }
        Losses<K, V> losses = settings.losses();
        ToIntBiFunction<? super K, ? super V> weigher = settings.weigher();
        Caffeine<K, Object> builder = HeapStores.<K, V, Object>bounded(
                        settings,
                        weigher == null
                                ? null
                                : (key, stored) -> weigher.applyAsInt(key, EternalHeapStore.<V>value(stored)))
                .evictionListener((@Nullable K key, @Nullable Object value, RemovalCause cause) -> losses.evicted());
        return new EternalHeapStore<>(builder.build().asMap(), settings);
    }

    private static <K, V> EntryStore<K, V> mortal(HeapSettings<K, V> settings) {
        InstantSource clock = settings.clock();
        Losses<K, V> losses = settings.losses();
        ToIntBiFunction<? super K, ? super V> weigher = settings.weigher();
        Caffeine<K, Mortal<V>> builder = HeapStores.<K, V, Mortal<V>>bounded(
                        settings, weigher == null ? null : (key, stored) -> weigher.applyAsInt(key, stored.value()))
                .ticker(() -> TimeUnit.MILLISECONDS.toNanos(clock.millis()))
                .scheduler(SharedTimer.started())
                .expireAfter(Expiry.writing((K key, Mortal<V> stored) -> timeToLive(stored, settings)))
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
        Duration softAge = settings.aging().softAge();
        return softAge == null
                ? new MortalHeapStore<>(builder.build().asMap(), settings)
                : new SoftHeapStore<>(builder.build().asMap(), settings, softAge.toMillis());
    }

    /**
     * How long Caffeine leaves an entry in place. Within what is added to the time to its deadline whoever meets the
     * entry knows what it was; after it, Caffeine sweeps.
     */
    private static Duration timeToLive(Mortal<?> stored, HeapSettings<?, ?> settings) {
        return stored.deadline() == Deadline.ETERNAL
                ? Duration.ofSeconds(Long.MAX_VALUE)
                : Duration.ofMillis(
                                Math.max(0, stored.deadline() - settings.clock().millis()))
                        .plus(settings.aging().isSoft() ? settings.aging().keep() : SWEEP_DELAY);
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
