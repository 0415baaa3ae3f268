package org.kennelcache.store;

import java.time.Duration;
import org.kennelcache.spi.BackendException;
import org.kennelcache.spi.Mutex;

/**
 * A lease that everybody has while the servers are out of reach: a lock that saves work, and nothing else. It is lost then,
 * too, so nothing that was made under it is stored where nothing was before.
 */
record ForgivingMutex(Mutex mutex) implements Mutex {

    @Override
    public boolean tryAcquire(String token, Duration lease) {
        try {
            return mutex.tryAcquire(token, lease);
        } catch (BackendException e) {
            return passing(e);
        }
    }

    @Override
    public boolean renew(String token, Duration lease) {
        try {
            return mutex.renew(token, lease);
        } catch (BackendException e) {
            return !passing(e);
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
            return !passing(e);
        }
    }

    private static boolean passing(BackendException failure) {
        if (failure.reason().isOutage()) {
            return true;
        }
        throw failure;
    }
}
