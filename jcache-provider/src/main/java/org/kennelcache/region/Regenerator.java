package org.kennelcache.region;

import java.lang.System.Logger;
import java.lang.System.Logger.Level;
import java.util.Objects;
import java.util.concurrent.Executor;
import java.util.function.Function;
import java.util.function.Predicate;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;
import org.kennelcache.dogpile.FailurePolicy;
import org.kennelcache.spi.BackendException;

/**
 * Gets or creates the value of one key.
 *
 * <p>Fresh: it is given. Stale, and there is somebody it may be given to: whoever gets the local mutex and the lease at
 * once makes a new one, everybody else gets the stale one. Absent: whoever gets the local mutex waits for the lease,
 * reads again, and makes the value if it is still missing; everybody else in this JVM waits for that one's outcome, and
 * asks the store nothing meanwhile.
 *
 * <p>Keys are the store's; values that are returned, too.
 */
final class Regenerator<K, V> {

    private static final Logger LOGGER = System.getLogger(Regenerator.class.getName());

    private final Judge<K, V> judge;
    private final Flights<K, V> flights;
    private final Works<K, V> works;
    private final @Nullable Executor runner;

    /** Makes values; {@code runner} renews stale ones in the background, null: their callers do. */
    Regenerator(Works<K, V> works, @Nullable Executor runner) {
        this.works = works;
        this.judge = works.judge();
        this.flights = works.flights();
        this.runner = runner;
    }

    /** The value; null if there is none and none was made. */
    @Nullable
    V getOrCreate(K key, Function<? super K, ? extends @Nullable V> creator, Call<V> call) {
        Sighting<V> seen = judge.look(key, call);
        V servable = seen.servable();
        if (servable == null) {
            WaitLimit limit = new WaitLimit(works.clocks().nanos(), call.waitLimit());
            try {
                return createOrWait(key, creator, call, limit);
            } finally {
                works.regenerations().waited(limit.waitedNanos());
            }
        }
        if (seen.freshness() == Sighting.Freshness.FRESH) {
            works.lookups().hit(key, call);
            return servable;
        }
        return renewOrServe(key, creator, call, seen);
    }

    /** The value of an entry for which there was none to give a moment ago. */
    @Nullable
    V createOrWait(K key, Function<? super K, ? extends @Nullable V> creator, Call<V> call, WaitLimit limit) {
        while (true) {
            Flight<V> mine = flights.tryLead(key);
            if (mine != null) {
                return lead(key, mine, creator, call, limit);
            }
            Flight<V> others = flights.current(key);
            Outcome<V> outcome = others == null ? new Outcome.Left<>() : others.await(limit);
            if (outcome instanceof Outcome.Made<V> made && call.sharesValues()) {
                works.lookups().spared(key, call);
                return made.value();
            }
            if (outcome instanceof Outcome.Found<V> found
                    && judge.judge(found.prior(), call).isFresh()) {
                works.lookups().spared(key, call);
                return found.prior().value();
            }
            if (outcome instanceof Outcome.Failed<V> failed && failsAll(failed, call)) {
                throw failed.rethrown();
            }
        }
    }

    /** Where the store fails, the next one would only find that out once more, a time-out later. */
    private static boolean failsAll(Outcome.Failed<?> failed, Call<?> call) {
        return failed.isWithoutValue()
                && (call.failurePolicy() == FailurePolicy.ALL_FAIL || failed.cause() instanceof BackendException);
    }

    private @Nullable V lead(
            K key,
            Flight<V> flight,
            Function<? super K, ? extends @Nullable V> creator,
            Call<V> call,
            WaitLimit limit) {
        Outcome<V> outcome = new Outcome.Left<>();
        try {
            outcome = createOrFind(key, creator, call, limit);
        } catch (BackendException e) {
            outcome = new Outcome.Failed<>(e);
        } finally {
            flights.end(key, flight, outcome);
        }
        return settled(key, call, outcome, null);
    }

    private Outcome<V> createOrFind(
            K key, Function<? super K, ? extends @Nullable V> creator, Call<V> call, WaitLimit limit) {
        for (int attempt = 0; ; attempt++) {
            flights.requireOpen();
            Lease lease = works.leases().tryAcquire(key);
            if (lease != null) {
                return underLease(key, lease, creator, call, Sighting::isFresh);
            }
            Sighting<V> seen = judge.look(key, call);
            if (seen.isFresh()) {
                return new Outcome.Found<>(seen.prior());
            }
            if (limit.remainingNanos() == 0) {
                throw limit.exceeded();
            }
            works.pauses().before(attempt, limit);
        }
    }

    private Outcome<V> underLease(
            K key,
            Lease lease,
            Function<? super K, ? extends @Nullable V> creator,
            Call<V> call,
            Predicate<Sighting<V>> isGood) {
        try (lease) {
            Sighting<V> seen = judge.look(key, call);
            return isGood.test(seen)
                    ? new Outcome.Found<>(seen.prior())
                    : new Outcome.Made<>(works.creation().create(key, creator, call, seen.prior(), lease));
        } catch (RuntimeException | Error e) {
            return new Outcome.Failed<>(e);
        }
    }

    /** Whether callers needn't make new values of stale ones. */
    boolean renewsInBackground() {
        return runner != null;
    }

    /** The new value of an entry for which there is an old one to give, or that one. */
    @Nullable
    V renewOrServe(K key, Function<? super K, ? extends @Nullable V> creator, Call<V> call, Sighting<V> seen) {
        Flight<V> flight = flights.tryLead(key);
        if (flight == null) {
            return settled(key, call, new Outcome.Left<>(), seen);
        }
        if (runner == null) {
            return settled(key, call, renew(key, flight, creator, call, seen), seen);
        }
        handOver(runner, key, flight, () -> renew(key, flight, creator, call, seen));
        return settled(key, call, new Outcome.Left<>(), seen);
    }

    /** Whatever keeps the runner from taking it, the flight ends: else nobody would renew the value ever again. */
    private void handOver(Executor to, K key, Flight<V> flight, Supplier<Outcome<V>> renewal) {
        try {
            to.execute(() -> {
                if (renewal.get() instanceof Outcome.Failed<V> failed) {
                    LOGGER.log(Level.WARNING, "a value could not be renewed in the background", failed.cause());
                }
            });
        } catch (RuntimeException | Error e) {
            flights.end(key, flight, new Outcome.Left<>());
            LOGGER.log(Level.WARNING, "async_creation_runner took no work: a stale value stays as it is", e);
        }
    }

    private Outcome<V> renew(
            K key,
            Flight<V> flight,
            Function<? super K, ? extends @Nullable V> creator,
            Call<V> call,
            Sighting<V> seen) {
        Outcome<V> outcome = new Outcome.Left<>();
        try {
            Lease lease = works.leases().tryAcquire(key);
            if (lease != null) {
                outcome = underLease(key, lease, creator, call, again -> judge.isReplaced(seen, again));
            }
        } catch (RuntimeException | Error e) {
            outcome = new Outcome.Failed<>(e);
        } finally {
            flights.end(key, flight, outcome);
        }
        return outcome;
    }

    /** What the caller is given; {@code seen} is what there is to fall back on. */
    private @Nullable V settled(K key, Call<V> call, Outcome<V> outcome, @Nullable Sighting<V> seen) {
        if (outcome instanceof Outcome.Made<V> made) {
            works.lookups().miss(call);
            return made.value();
        }
        if (outcome instanceof Outcome.Failed<V> failed) {
            return fallenBack(key, call, failed, seen);
        }
        if (outcome instanceof Outcome.Found<V> found) {
            works.lookups().spared(key, call);
            return found.prior().value();
        }
        Sighting<V> left = Objects.requireNonNull(seen, "left without a value to serve");
        works.lookups().served(key, call, left);
        return left.servable();
    }

    private V fallenBack(K key, Call<V> call, Outcome.Failed<V> failed, @Nullable Sighting<V> seen) {
        V fallback = seen == null || !failed.mayBeHidden() ? null : seen.fallback();
        if (seen == null || fallback == null) {
            works.lookups().miss(call);
            throw failed.rethrown();
        }
        failed.logFallback();
        works.lookups().served(key, call, seen);
        return fallback;
    }
}
