package org.kennelcache.store;

import java.time.Duration;
import java.util.Optional;
import java.util.function.LongSupplier;
import java.util.function.Supplier;
import org.kennelcache.codec.StoredNames;
import org.kennelcache.spi.Backend;

/**
 * Puts one {@link Breaker} before all calls to a backend, those to its partitions and for its leases included. A walk
 * over all records passes it once, when it begins.
 *
 * <p>For a backend whose servers stand or fall together: one of many that is down would cut off the others.
 */
public final class BreakerBackend extends InterceptingBackend {

    private final Breaker breaker;

    private BreakerBackend(Backend next, Breaker breaker) {
        super(next);
        this.breaker = breaker;
    }

    /**
     * A decorator.
     *
     * @param next whose calls pass the breaker
     * @param configPrefix how the names of some cache's records start, for a question that its user may ask
     * @param deadRetry the option {@code dead_retry}; more than zero
     * @param nanos measures durations
     */
    public static Backend around(Backend next, String configPrefix, Duration deadRetry, LongSupplier nanos) {
        HealthCheck probe = new HealthCheck(next, StoredNames.prefix(configPrefix, ""));
        return new BreakerBackend(next, new Breaker(next.servers(), probe::run, deadRetry, nanos));
    }

    @Override
    public <T> Optional<T> capability(Class<T> type) {
        return type == Breaker.class ? Optional.of(type.cast(breaker)) : super.capability(type);
    }

    /** {@inheritDoc} Of a walk it is not known whether its beginning asks a server: it is only let pass. */
    @Override
    <R> R intercept(BackendCall call, Supplier<R> operation) {
        if (call == BackendCall.SCAN) {
            breaker.admit(call.operation());
            return operation.get();
        }
        return breaker.call(call.operation(), operation);
    }

    @Override
    Backend alike(Backend partition) {
        return new BreakerBackend(partition, breaker);
    }
}
