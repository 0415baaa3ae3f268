package org.kennelcache.region;

import java.util.HexFormat;
import java.util.random.RandomGenerator;
import org.jspecify.annotations.Nullable;
import org.kennelcache.spi.Mutex;
import org.kennelcache.store.EntryStore;

/** The leases of a region's keys: the backend's, where it has them and they are wanted. */
final class Leases<K> {

    private static final int TOKEN_BYTES = 16;

    private final EntryStore<K, ?> store;
    private final DogpileSettings.Locks settings;
    private final RandomGenerator random;

    /** Leases; {@code random} gives tokens, different in every process. */
    Leases(EntryStore<K, ?> store, DogpileSettings.Locks settings, RandomGenerator random) {
        this.store = store;
        this.settings = settings;
        this.random = random;
    }

    /** The lease of a key, if nobody else has it. To be asked for by the leader of the key's {@link Flight}. */
    @Nullable
    Lease tryAcquire(K key) {
        Mutex mutex = mutex(key);
        return mutex == null
                ? LocalLease.INSTANCE
                : BackendLease.tryAcquire(mutex, newToken(), settings.lease(), settings.timer());
    }

    /** Whether somebody in any JVM has the lease of a key. */
    boolean isLocked(K key) {
        Mutex mutex = mutex(key);
        return mutex != null && mutex.isLocked();
    }

    private @Nullable Mutex mutex(K key) {
        return settings.distributed() ? store.mutex(key).orElse(null) : null;
    }

    private String newToken() {
        byte[] token = new byte[TOKEN_BYTES];
        random.nextBytes(token);
        return HexFormat.of().formatHex(token);
    }
}
