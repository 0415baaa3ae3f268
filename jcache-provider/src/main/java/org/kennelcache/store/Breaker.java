package org.kennelcache.store;

import java.lang.System.Logger;
import java.lang.System.Logger.Level;
import java.time.Duration;
import java.util.List;
import java.util.concurrent.TimeUnit;
import java.util.function.LongSupplier;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;
import org.kennelcache.spi.BackendException;
import org.kennelcache.spi.StoreMonitor;

/**
 * Spares callers the wait for servers that don't answer. After {@value #FAILURES} calls in a row that found them out of
 * reach, calls fail at once. The first call after {@code dead_retry} has them asked for something small before it is
 * made itself, while all others still fail at once: if they answer, even to refuse, all calls are made again, that one
 * included, until the next failure; if not, it fails, too, without having been made, and the time begins anew. So no
 * long call is spent on finding out, and that first one may take the time-out of the question besides its own.
 *
 * <p>Calls that had begun before don't count against servers that have been given up; an answer to one of them counts
 * for them. For many threads at once. The state of a backend that has a breaker is its {@linkplain
 * org.kennelcache.spi.Backend#capability capability}.
 */
public final class Breaker {

    /** How many failures in a row it takes. */
    static final int FAILURES = 3;

    private static final Logger LOGGER = System.getLogger(Breaker.class.getName());
    private static final double MILLIS_PER_SECOND = 1_000;

    private final List<String> servers;
    private final Runnable probe;
    private final Duration deadRetry;
    private final LongSupplier nanos;
    private volatile State state = Closed.WELL;

    /**
     * A breaker that lets calls pass.
     *
     * @param servers for messages
     * @param probe asks them for something small; fails as calls do
     * @param deadRetry the option {@code dead_retry}; more than zero
     * @param nanos measures durations
     */
    Breaker(List<String> servers, Runnable probe, Duration deadRetry, LongSupplier nanos) {
        this.servers = List.copyOf(servers);
        this.probe = probe;
        this.deadRetry = deadRetry;
        this.nanos = nanos;
    }

    /** What becomes of calls. Times are the clock's nanoseconds. */
    private sealed interface State {}

    /** They pass; so many of the last ones have failed, the first of these at some time. */
    private record Closed(int failures, long since) implements State {
        static final Closed WELL = new Closed(0, 0);
    }

    /** They fail until some time, as they have done since another. */
    private record Open(long since, long retry, BackendException last) implements State {}

    /** They fail, as the servers are being asked; each such trial is different from all others. */
    private static final class HalfOpen implements State {
        final Open before;

        HalfOpen(Open before) {
            this.before = before;
        }
    }

    /** What becomes of calls now. */
    StoreMonitor.BreakerState state() {
        State now = state;
        if (now instanceof Closed) {
            return StoreMonitor.BreakerState.CLOSED;
        }
        return now instanceof Open ? StoreMonitor.BreakerState.OPEN : StoreMonitor.BreakerState.HALF_OPEN;
    }

    /**
     * Calls the servers.
     *
     * @param operation for messages
     * @throws BackendException if they have been given up; the call was not made
     */
    <R> R call(String operation, Supplier<R> call) {
        admit(operation);
        return judged(null, call);
    }

    /**
     * Lets a call pass whose outcome is not to be counted.
     *
     * @param operation for messages
     * @throws BackendException if the servers have been given up
     */
    void admit(String operation) {
        HalfOpen trial = state instanceof Closed ? null : trial(operation);
        if (trial != null) {
            tryOut(operation, trial);
        }
    }

    private void tryOut(String operation, HalfOpen trial) {
        try {
            judged(trial, () -> {
                probe.run();
                return true;
            });
        } catch (BackendException e) {
            State now = state;
            if (!(now instanceof Closed)) {
                throw now instanceof Open open && open.last() == e ? refusal(operation, open) : e;
            }
        } finally {
            abandon(trial);
        }
    }

    private <R> R judged(@Nullable HalfOpen trial, Supplier<R> call) {
        try {
            R answer = call.get();
            worked(trial);
            return answer;
        } catch (BackendException e) {
            switch (e.reason()) {
                case UNREACHABLE, TIMEOUT -> failed(trial, e);
                case INTERRUPTED, POOL_EXHAUSTED -> {}
                default -> worked(trial);
            }
            throw e;
        }
    }

    /** The trial that has to come before a call; null if another one has been answered meanwhile. */
    private synchronized @Nullable HalfOpen trial(String operation) {
        State now = state;
        if (now instanceof Open open && remaining(open) <= 0) {
            HalfOpen trial = new HalfOpen(open);
            state = trial;
            return trial;
        }
        if (now instanceof Open open) {
            throw refusal(operation, open);
        }
        if (now instanceof HalfOpen other) {
            throw refusal(operation, other.before);
        }
        return null;
    }

    private void worked(@Nullable HalfOpen trial) {
        if (!Closed.WELL.equals(state)) {
            close(trial);
        }
    }

    /** Servers that answered a small question may still fail all else: then one more failure is enough. */
    private synchronized void close(@Nullable HalfOpen trial) {
        if (!(state instanceof Closed)) {
            LOGGER.log(Level.INFO, servers + " answer again");
        }
        if (trial == null) {
            state = Closed.WELL;
        } else if (state == trial) {
            state = new Closed(FAILURES - 1, trial.before.since());
        }
    }

    private synchronized void failed(@Nullable HalfOpen trial, BackendException failure) {
        long now = nanos.getAsLong();
        if (trial != null && state == trial) {
            state = new Open(trial.before.since(), now + deadRetry.toNanos(), failure);
        } else if (state instanceof Closed closed) {
            long since = closed.failures() == 0 ? now : closed.since();
            int failures = closed.failures() + 1;
            if (failures < FAILURES) {
                state = new Closed(failures, since);
            } else {
                state = new Open(since, now + deadRetry.toNanos(), failure);
                LOGGER.log(Level.WARNING, "calls to " + servers + " fail at once for now: " + failure.getMessage());
            }
        }
    }

    /** A trial that ended without an answer to its question leaves it to the next caller. */
    private synchronized void abandon(HalfOpen trial) {
        if (state == trial) {
            state = trial.before;
        }
    }

    private long remaining(Open open) {
        return open.retry() - nanos.getAsLong();
    }

    private BackendException refusal(String operation, Open open) {
        long remaining = remaining(open);
        return new BackendException(
                BackendException.Reason.UNREACHABLE,
                operation + ": " + servers + " have failed for " + seconds(nanos.getAsLong() - open.since()) + " s; "
                        + (remaining > 0
                                ? "they are tried again in " + seconds(remaining) + " s"
                                : "another caller is trying them")
                        + " (dead_retry = " + seconds(deadRetry.toNanos()) + "). The last failure: "
                        + open.last().getMessage(),
                open.last());
    }

    private static double seconds(long nanos) {
        return TimeUnit.NANOSECONDS.toMillis(nanos) / MILLIS_PER_SECOND;
    }
}
