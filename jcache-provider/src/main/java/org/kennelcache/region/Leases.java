package org.kennelcache.region;

import java.util.HexFormat;
import java.util.random.RandomGenerator;
import org.jspecify.annotations.Nullable;
import org.kennelcache.spi.MutexProvider;
import org.kennelcache.store.EntryStore;

/** The leases of a region's keys: the backend's, where it has them and they are wanted. */
final class Leases<K> {

    private static final int TOKEN_BYTES = 16;

    private final EntryStore<K, ?> store;
    private final RandomGenerator random;
    private final @Nullable MutexProvider mutexes;
    private final @Nullable Renewals renewals;

    /** Leases; {@code random} gives tokens, different in every process. */
    Leases(EntryStore<K, ?> store, DogpileSettings.Locks settings, RandomGenerator random) {
        this.store = store;
        this.random = random;
        this.mutexes = settings.distributed() ? store.mutexes().orElse(null) : null;
        this.renewals = mutexes == null ? null : new Renewals(mutexes, settings.lease(), settings.timer());
    }

    /** The lease of a key, if nobody else has it. To be asked for by the leader of the key's {@link Flight}. */
    @Nullable
    Lease tryAcquire(K key) {
        if (mutexes == null || renewals == null) {
            return LocalLease.INSTANCE;
        }
        String name = store.nameOfMutex(key);
        return BackendLease.tryAcquire(name, mutexes.mutex(name), newToken(), renewals);
    }

    /** Whether somebody in any JVM has the lease of a key. */
    boolean isLocked(K key) {
        return mutexes != null && mutexes.mutex(store.nameOfMutex(key)).isLocked();
    }

    private String newToken() {
        byte[] token = new byte[TOKEN_BYTES];
        random.nextBytes(token);
        return HexFormat.of().formatHex(token);
    }
}
