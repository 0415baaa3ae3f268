package org.kennelcache.store;

import java.time.Duration;
import java.util.Map;
import java.util.Set;
import org.kennelcache.spi.BackendException;
import org.kennelcache.spi.Mutex;
import org.kennelcache.spi.MutexProvider;

/**
 * Leases that everybody has while the servers are out of reach: locks that save work, and nothing else. Who asks for
 * one by itself is told then that it was lost, so nothing that was made under it is stored where nothing was before. To
 * renew many fails, as always: leases may outlast a short outage.
 */
record ForgivingMutexes(MutexProvider mutexes) implements MutexProvider {

    @Override
    public Mutex mutex(String name) {
        return new ForgivingMutex(mutexes.mutex(name));
    }

    @Override
    public Set<String> renewAll(Map<String, String> tokens, Duration lease) {
        return mutexes.renewAll(tokens, lease);
    }

    private record ForgivingMutex(Mutex mutex) implements Mutex {

        @Override
        public boolean tryAcquire(String token, Duration lease) {
            try {
                return mutex.tryAcquire(token, lease);
            } catch (BackendException e) {
                ForgivingStore.requireOutage(e);
                return true;
            }
        }

        @Override
        public boolean renew(String token, Duration lease) {
            try {
                return mutex.renew(token, lease);
            } catch (BackendException e) {
                ForgivingStore.requireOutage(e);
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
                ForgivingStore.requireOutage(e);
                return false;
            }
        }
    }
}
