package org.kennelcache.store;

import java.util.Optional;
import org.kennelcache.spi.Backend;
import org.kennelcache.spi.BackendException;
import org.kennelcache.spi.MutexProvider;

/** Asks servers for something that is never there, to learn whether they answer: one round trip that moves no data. */
final class HealthCheck {

    /** Shorter than what stands for a key, so that no entry ever has it. */
    private static final String NOBODYS = "health";

    private final Backend backend;
    private final String asked;

    /**
     * A question to a backend.
     *
     * @param prefix how the names of a cache start: there are servers where a user may ask for some names only
     */
    HealthCheck(Backend backend, String prefix) {
        this.backend = backend;
        this.asked = prefix + NOBODYS;
    }

    /**
     * Asks, and waits no longer than the time-outs allow. Of several servers one is asked.
     *
     * @throws BackendException if it does not answer, or refuses to
     */
    void run() {
        Optional<MutexProvider> mutexes = backend.capability(MutexProvider.class);
        if (mutexes.isPresent()) {
            mutexes.get().mutex(asked).isLocked(); // which nobody answers for a server that is left out
        } else {
            backend.get(asked);
        }
    }
}
