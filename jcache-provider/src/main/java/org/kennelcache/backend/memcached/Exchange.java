package org.kennelcache.backend.memcached;

import java.time.Duration;
import java.util.concurrent.TimeoutException;
import java.util.function.LongSupplier;
import net.spy.memcached.ops.StatusCode;
import org.kennelcache.spi.BackendException;

/** Waits for answers, each no longer than the time-out, and makes exceptions of those that do not come. */
final class Exchange {

    private final Duration timeout;
    private final LongSupplier nanoTime;

    Exchange(Duration timeout, LongSupplier nanoTime) {
        this.timeout = timeout;
        this.nanoTime = nanoTime;
    }

    /** Until when an answer to what is sent now has to be there. */
    long deadline() {
        return nanoTime.getAsLong() + timeout.toNanos();
    }

    /**
     * Waits for one answer.
     *
     * @return what the server said, well or ill
     * @throws BackendException if it said nothing; where it says nothing to anybody, it is left alone for a while
     */
    StatusCode await(String operation, Server server, Connection connection, Call call, long deadline) {
        Failures failures = server.failures();
        try {
            StatusCode status = call.await(Math.max(0, deadline - nanoTime.getAsLong()));
            if (status == StatusCode.CANCELLED) {
                throw failures.lost(operation);
            }
            return status;
        } catch (TimeoutException e) {
            call.giveUp();
            BackendException failure = failures.timedOut(operation);
            if (connection.isSilentFor(timeout)) {
                server.abandon(connection, failure);
            }
            throw failure;
        } catch (InterruptedException e) {
            throw failures.interrupted(operation, e);
        }
    }

    /** Sends a request, and waits for its answer. */
    StatusCode ask(String operation, Server server, Connection connection, Call call) {
        long deadline = deadline();
        connection.send(call);
        return await(operation, server, connection, call, deadline);
    }

    /** Sends a request, and waits to hear whether it changed or found something. */
    boolean isDone(String operation, Server server, Connection connection, Call call) {
        return isDone(operation, server, connection, ask(operation, server, connection, call));
    }

    /** Whether an operation changed or found something; the server removes by itself what an item too large should replace. */
    static boolean isDone(String operation, Server server, Connection connection, StatusCode status) {
        return switch (status) {
            case SUCCESS -> true;
            case ERR_EXISTS, ERR_NOT_FOUND, ERR_NOT_STORED -> false;
            case ERR_2BIG ->
                throw server.failures().tooLarge(operation, connection.facts().itemLimit());
            default -> throw server.failures().refused(operation, status);
        };
    }

    /**
     * Removes what a record that is too large for the server should replace, and says so.
     *
     * @throws BackendException if it is too large
     */
    void requireFitting(String operation, Server server, Connection connection, StoreCall call) {
        if (connection.facts().exceeds(call.size())) {
            DeleteCall removal = call.removalOfOld();
            if (removal != null) {
                ask(operation, server, connection, removal);
            }
            throw server.failures().tooLarge(operation, connection.facts().itemLimit());
        }
    }
}
