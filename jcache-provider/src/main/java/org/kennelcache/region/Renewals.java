package org.kennelcache.region;

import static java.util.stream.Collectors.toMap;

import java.lang.System.Logger;
import java.lang.System.Logger.Level;
import java.time.Duration;
import java.util.HashMap;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.kennelcache.spi.BackendException;
import org.kennelcache.spi.MutexProvider;

/**
 * Renews the leases that a region holds: all of them together, and four times while one of them lasts, so that two
 * renewals may fail or come late. Nothing runs while there are none. A lease that was lost is not renewed any more; a
 * renewal that fails leaves all of them to the next one.
 */
final class Renewals {

    private static final Logger LOGGER = System.getLogger(Renewals.class.getName());
    private static final int ROUNDS = 4;

    private final MutexProvider mutexes;
    private final Duration length;
    private final Timer timer;
    private final Map<String, BackendLease> held = new HashMap<>(); // guarded by this
    private @Nullable Runnable end; // guarded by this

    /** Renewals of leases that are {@code length} long. */
    Renewals(MutexProvider mutexes, Duration length, Timer timer) {
        this.mutexes = mutexes;
        this.length = length;
        this.timer = timer;
    }

    /** How long a lease lasts from the last renewal on. */
    Duration length() {
        return length;
    }

    synchronized void add(BackendLease lease) {
        held.put(lease.name(), lease);
        if (end == null) {
            end = timer.every(length.dividedBy(ROUNDS), this::renew);
        }
    }

    synchronized void remove(BackendLease lease) {
        held.remove(lease.name(), lease);
        if (held.isEmpty() && end != null) {
            end.run();
            end = null;
        }
    }

    private synchronized Map<String, BackendLease> held() {
        return Map.copyOf(held);
    }

    private void renew() {
        Map<String, BackendLease> due = held();
        if (due.isEmpty()) {
            return;
        }
        try {
            Set<String> renewed = mutexes.renewAll(
                    due.values().stream().collect(toMap(BackendLease::name, BackendLease::token)), length);
            due.forEach((name, lease) -> {
                if (!renewed.contains(name)) {
                    lease.lost();
                    remove(lease);
                }
            });
        } catch (BackendException e) {
            LOGGER.log(Level.DEBUG, due.size() + " leases could not be renewed", e);
        } catch (RuntimeException e) { // would end the timer's task
            LOGGER.log(Level.WARNING, due.size() + " leases could not be renewed", e);
        }
    }
}
