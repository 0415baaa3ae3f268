package org.kennelcache.region;

import java.util.function.Function;
import java.util.function.LongSupplier;
import java.util.function.Supplier;
import java.util.function.ToIntFunction;
import org.jspecify.annotations.Nullable;
import org.kennelcache.store.Decision;
import org.kennelcache.store.Decision.Lookup;
import org.kennelcache.store.EntryStore;
import org.kennelcache.store.Prior;
import org.kennelcache.store.Transition;

/**
 * Runs a creator and stores what it made, unless that is too late: somebody changed the entry since the creator began,
 * or the region was invalidated, or nothing was there and the lease is lost.
 */
final class Creation<K, V> {

    private final EntryStore<K, V> store;
    private final Operations<V> operations;
    private final Pipeline<K, V> pipeline;
    private final LongSupplier nanos;
    private final EarlyRefresh early;
    private final RegenerationCounters counters;
    private final Runnable requireOpen;

    /** Makes values; {@code requireOpen} throws where no creator may begin any more. */
    Creation(
            EntryStore<K, V> store,
            Operations<V> operations,
            Pipeline<K, V> pipeline,
            LongSupplier nanos,
            EarlyRefresh early,
            RegenerationCounters counters,
            Runnable requireOpen) {
        this.store = store;
        this.operations = operations;
        this.pipeline = pipeline;
        this.nanos = nanos;
        this.early = early;
        this.counters = counters;
        this.requireOpen = requireOpen;
    }

    /**
     * Makes the value of a key.
     *
     * @param seen what was there when the lease had been taken
     * @return the value, or a newer one that somebody stored meanwhile; null if the creator made none
     */
    @Nullable
    V create(K key, Function<? super K, ? extends @Nullable V> creator, Call<V> call, Prior<V> seen, Lease lease) {
        long invalidated = store.invalidated();
        V made = run(1, () -> creator.apply(store.copyKey(key)), value -> 0);
        return keep(key, made, call, seen, lease, invalidated);
    }

    /**
     * Runs something that creates the values of some keys, and notes how long it took, and how it ended.
     *
     * @param failures for how many of the keys it failed, told by what it gave
     */
    <T extends @Nullable Object> T run(int keys, Supplier<T> creating, ToIntFunction<T> failures) {
        requireOpen.run();
        long begun = nanos.getAsLong();
        T made;
        try {
            made = creating.get();
        } catch (RuntimeException | Error e) {
            counters.failed(keys);
            throw e;
        }
        early.took(nanos.getAsLong() - begun);
        int failed = failures.applyAsInt(made);
        counters.failed(failed);
        counters.made(keys - failed);
        return made;
    }

    /**
     * Stores a value that was made. Where none was made, what is over is removed, as by whoever meets it.
     *
     * @param made null if the creator made none
     * @param invalidated {@link EntryStore#invalidated} when the creator began
     * @return the value, or a newer one; null if the creator made none
     */
    @Nullable
    V keep(K key, @Nullable V made, Call<V> call, Prior<V> seen, Lease lease, long invalidated) {
        if (made == null) {
            if (seen.isExpired()) {
                pipeline.run(key, nothing());
            }
            return null;
        }
        V own = store.copyIn(made);
        if (!call.shouldCache().test(made) || store.invalidated() != invalidated) {
            return own;
        }
        boolean isInTime = seen.version() != null || lease.isHeld();
        V newer = pipeline.run(key, isInTime ? unlessChanged(own, seen, call.putting()) : nothing());
        return newer == null ? store.copyOut(own) : newer; // to many callers, so no longer the creator's object
    }

    /** Stores nothing; the result is what there is. */
    private Transition<V, V> nothing() {
        return (prior, now) -> Decision.keep(prior.liveValue(), Lookup.NONE);
    }

    /** Stores a value over what was seen, and nothing else; the result is what else there is. */
    private Transition<V, V> unlessChanged(V own, Prior<V> seen, boolean putting) {
        return (prior, now) -> {
            if (!store.isUnchanged(seen, prior)) {
                return Decision.keep(prior.liveValue(), Lookup.NONE);
            }
            Decision<V, V> decision = putting
                    ? operations.stored(prior, own, null, Lookup.NONE, now)
                    : operations.loaded(prior, own, null, Lookup.NONE, now);
            return decision.dated();
        };
    }
}
