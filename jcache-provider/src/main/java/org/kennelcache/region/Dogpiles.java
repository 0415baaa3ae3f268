package org.kennelcache.region;

import java.time.Duration;
import java.time.Instant;
import java.util.HashMap;
import java.util.HashSet;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;
import org.kennelcache.dogpile.Cached;
import org.kennelcache.dogpile.CreationOptions;
import org.kennelcache.dogpile.DogpileMonitor;
import org.kennelcache.dogpile.Invalidation;
import org.kennelcache.store.Age;
import org.kennelcache.store.EntryStore;
import org.kennelcache.store.Prior;

/**
 * The operations of {@link org.kennelcache.dogpile.Region} on a region. What a caller gives or gets is isolated from
 * what is stored. No method takes null; arguments have been checked.
 */
public final class Dogpiles<K, V> {

    private final EntryStore<K, V> store;
    private final Works<K, V> works;
    private final Regenerator<K, V> single;
    private final DogpileSettings settings;

    Dogpiles(Works<K, V> works, DogpileSettings settings) {
        this.store = works.store();
        this.works = works;
        this.single = new Regenerator<>(works, settings.runner());
        this.settings = settings;
    }

    /** The value, created if need be; null if the creator made none. */
    public @Nullable V getOrCreate(
            K key, Function<? super K, ? extends @Nullable V> creator, CreationOptions<V> options) {
        return getOrCreate(store.copyKey(key), creator, Call.of(options, settings));
    }

    @Nullable
    V getOrCreate(K own, Function<? super K, ? extends @Nullable V> creator, Call<V> call) {
        V value = single.getOrCreate(own, creator, call);
        return value == null ? null : store.copyOut(value);
    }

    /** The values, those that are missing created together; without those that were not made. */
    public Map<K, V> getOrCreateAll(
            Set<? extends K> keys, Function<? super Set<K>, Map<K, V>> creator, CreationOptions<V> options) {
        return getOrCreateAll(keys, creator, Call.of(options, settings));
    }

    Map<K, V> getOrCreateAll(Set<? extends K> keys, Function<? super Set<K>, Map<K, V>> creator, Call<V> call) {
        return created(keys, missing -> Created.of(creator.apply(missing)), call, true)
                .values();
    }

    /** The values, each created by itself if need be, so that who fails to create one concerns no other. */
    public Created<K, V> getOrCreateEach(
            Set<? extends K> keys, Function<? super Set<K>, Created<K, V>> creator, CreationOptions<V> options) {
        return created(keys, creator, Call.of(options, settings), false);
    }

    private Created<K, V> created(
            Set<? extends K> keys, Function<? super Set<K>, Created<K, V>> creator, Call<V> call, boolean together) {
        Set<K> own = new HashSet<>(keys.size() * 2);
        keys.forEach(key -> own.add(store.copyKey(key)));
        Created<K, V> made = new BatchRegeneration<>(works, single, own, creator, call, together).run();
        Map<K, V> values = new HashMap<>(made.values().size() * 2);
        made.values().forEach((key, value) -> values.put(store.copyKey(key), store.copyOut(value)));
        Map<K, CreatorException> failures = new HashMap<>();
        made.failures().forEach((key, failure) -> failures.put(store.copyKey(key), failure));
        return new Created<>(values, failures);
    }

    /** Creates a value whatever there is; null if the creator made none. */
    public @Nullable V refresh(K key, Function<? super K, ? extends @Nullable V> creator) {
        return getOrCreate(
                store.copyKey(key), creator, Call.refreshing(settings.locks().waitLimit()));
    }

    /** A value and its age. */
    public Optional<Cached<V>> look(K key) {
        Call<V> call = Call.of(CreationOptions.defaults(), settings);
        Sighting<V> seen = works.judge().look(key, call);
        V value = seen.prior().value();
        return value == null || works.judge().isOver(seen.prior())
                ? Optional.empty()
                : Optional.of(cached(value, seen));
    }

    private Cached<V> cached(V value, Sighting<V> seen) {
        long now = works.clocks().wall().millis();
        Optional<Long> created = created(seen.prior());
        return new Cached<>(
                store.copyOut(value),
                created.map(Instant::ofEpochMilli),
                created.map(time -> Duration.ofMillis(Math.max(0, now - time))),
                !seen.isFresh());
    }

    private Optional<Long> created(Prior<V> prior) {
        long created = store.age(prior).created();
        return created == Age.UNKNOWN ? Optional.empty() : Optional.of(created);
    }

    /** Makes what is stored stale or gone. */
    public void invalidate(Invalidation kind) {
        store.invalidate(
                switch (kind) {
                    case SOFT -> org.kennelcache.store.Invalidation.SOFT;
                    case HARD -> org.kennelcache.store.Invalidation.HARD;
                });
    }

    /** What was counted of them. */
    public DogpileMonitor monitor() {
        return works.regenerations();
    }

    /** From now on no creator begins. */
    void close() {
        works.flights().close();
    }

    /** Whether somebody is making the value of a key. */
    public boolean isLocked(K key) {
        return works.flights().current(key) != null || works.leases().isLocked(key);
    }
}
