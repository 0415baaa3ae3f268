package org.kennelcache.store;

import java.time.Duration;
import java.util.Map;
import java.util.Set;
import org.kennelcache.spi.BackendException;
import org.kennelcache.spi.Mutex;
import org.kennelcache.spi.MutexProvider;

/**
 * Leases that everybody has while the servers are out of reach: locks that save work, and nothing else. They are lost then,
 * too, so nothing that was made under one is stored where nothing was before.
 */
record ForgivingMutexes(MutexProvider mutexes) implements MutexProvider {

    @Override
    public Mutex mutex(String name) {
        return new ForgivingMutex(mutexes.mutex(name));
    }

    @Override
    public Set<String> renewAll(Map<String, String> tokens, Duration lease) {
        try {
            return mutexes.renewAll(tokens, lease);
        } catch (BackendException e) {
            requireOutage(e);
            return Set.of();
        }
    }

    private static void requireOutage(BackendException failure) {
        if (!failure.reason().isOutage()) {
            throw failure;
        }
    }

    private record ForgivingMutex(Mutex mutex) implements Mutex {

        @Override
        public boolean tryAcquire(String token, Duration lease) {
            try {
                return mutex.tryAcquire(token, lease);
            } catch (BackendException e) {
                requireOutage(e);
                return true;
            }
        }

        @Override
        public boolean renew(String token, Duration lease) {
            try {
                return mutex.renew(token, lease);
            } catch (BackendException e) {
                requireOutage(e);
                return false;
            }
        }

        @Override
        public boolean release(String token) {
            return mutex.release(token);
        }

        @Override
        public boolean isLocked() {
            try {
                return mutex.isLocked();
            } catch (BackendException e) {
                requireOutage(e);
                return false;
            }
        }
    }
}
