package org.kennelcache.region;

import java.lang.System.Logger;
import java.lang.System.Logger.Level;
import org.jspecify.annotations.Nullable;
import org.kennelcache.spi.BackendException;
import org.kennelcache.spi.Mutex;

/**
 * A lease on a backend, kept alive by {@link Renewals}.
 *
 * <p>Whoever stands still for longer than the lease loses it, and learns of that from {@link #isHeld}. A
 * release that fails leaves the lease to end by itself.
 */
final class BackendLease implements Lease {

    private static final Logger LOGGER = System.getLogger(BackendLease.class.getName());

    private final String name;
    private final Mutex mutex;
    private final String token;
    private final Renewals renewals;
    private volatile boolean isLost;

    private BackendLease(String name, Mutex mutex, String token, Renewals renewals) {
        this.name = name;
        this.mutex = mutex;
        this.token = token;
        this.renewals = renewals;
    }

    /** A lease, if nobody else has it; as long as {@code renewals} have it. */
    static @Nullable BackendLease tryAcquire(String name, Mutex mutex, String token, Renewals renewals) {
        try {
            if (!mutex.tryAcquire(token, renewals.length())) {
                return null;
            }
        } catch (BackendException e) {
            release(mutex, token); // it may have been taken nevertheless
            throw e;
        }
        BackendLease lease = new BackendLease(name, mutex, token, renewals);
        renewals.add(lease);
        return lease;
    }

    String name() {
        return name;
    }

    String token() {
        return token;
    }

    /** Notes that somebody else may have it by now. */
    void lost() {
        isLost = true;
    }

    @Override
    public boolean isHeld() {
        return !isLost && mutex.renew(token, renewals.length());
    }

    @Override
    public void close() {
        renewals.remove(this);
        if (!isLost) {
            release(mutex, token);
        }
    }

    private static void release(Mutex mutex, String token) {
        try {
            mutex.release(token);
        } catch (BackendException e) {
            LOGGER.log(Level.DEBUG, "a lease could not be released: it ends by itself", e);
        }
    }
}
