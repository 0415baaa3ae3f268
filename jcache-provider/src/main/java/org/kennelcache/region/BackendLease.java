package org.kennelcache.region;

import java.lang.System.Logger;
import java.lang.System.Logger.Level;
import java.time.Duration;
import org.jspecify.annotations.Nullable;
import org.kennelcache.spi.BackendException;
import org.kennelcache.spi.Mutex;

/**
 * A lease on a backend, renewed three times as often as need be.
 *
 * <p>Whoever stands still for longer than the lease loses it, and learns of that from {@link #isHeld}. A renewal that fails is
 * tried again; a release that fails leaves the lease to end by itself.
 */
final class BackendLease implements Lease {

    private static final Logger LOGGER = System.getLogger(BackendLease.class.getName());
    private static final int RENEWALS = 3;

    private final Mutex mutex;
    private final String token;
    private final Duration length;
    private final Runnable endRenewals;
    private volatile boolean isLost;

    private BackendLease(Mutex mutex, String token, Duration length, Timer timer) {
        this.mutex = mutex;
        this.token = token;
        this.length = length;
        this.endRenewals = timer.every(length.dividedBy(RENEWALS), this::renew);
    }

    /** A lease, if nobody else has it. */
    static @Nullable BackendLease tryAcquire(Mutex mutex, String token, Duration length, Timer timer) {
        try {
            return mutex.tryAcquire(token, length) ? new BackendLease(mutex, token, length, timer) : null;
        } catch (BackendException e) {
            release(mutex, token); // it may have been taken nevertheless
            throw e;
        }
    }

    private void renew() {
        try {
            isLost |= !mutex.renew(token, length);
        } catch (BackendException e) {
            LOGGER.log(Level.DEBUG, "a lease could not be renewed", e);
        }
    }

    @Override
    public boolean isHeld() {
        return !isLost && mutex.renew(token, length);
    }

    @Override
    public void close() {
        endRenewals.run();
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
