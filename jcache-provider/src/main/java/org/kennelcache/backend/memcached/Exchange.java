package org.kennelcache.backend.memcached;

import java.time.Duration;
import java.util.List;
import java.util.concurrent.TimeoutException;
import java.util.function.LongSupplier;
import net.spy.memcached.ops.StatusCode;
import org.kennelcache.spi.BackendException;

/**
 * Waits for answers, each no longer than the time-out, and makes exceptions of those that do not come.
 *
 * <p>Over TLS, memcached forgets what is in one TLS record with the end of a value that it had to wait for, until
 * something else arrives (seen with 1.6.18). So whoever waits sends a read of nothing when an answer is late, and
 * another one after twice the time.
 */
final class Exchange {

    private static final long LATE = Duration.ofMillis(2).toNanos();

    private final Duration timeout;
    private final boolean isEncrypted;
    private final LongSupplier nanoTime;

    /** @param isEncrypted whether connections are by TLS */
    Exchange(Duration timeout, boolean isEncrypted, LongSupplier nanoTime) {
        this.timeout = timeout;
        this.isEncrypted = isEncrypted;
        this.nanoTime = nanoTime;
    }

    /** Until when an answer to what is sent now has to be there. */
    long deadline() {
        return nanoTime.getAsLong() + timeout.toNanos();
    }

    /**
     * Waits for the end of a call, well or ill as it may have gone for each command.
     *
     * @throws BackendException if the server said nothing; where it says nothing to anybody, it is left alone for a
     *     while
     */
    void await(String operation, Server server, Call call, long deadline) {
        Failures failures = server.failures();
        try {
            StatusCode status = isEncrypted ? awaitEncrypted(call, deadline) : call.await(remaining(deadline));
            if (status == StatusCode.CANCELLED) {
                throw failures.lost(operation);
            }
            if (status != StatusCode.SUCCESS) {
                throw failures.refused(operation, status);
            }
        } catch (TimeoutException e) {
            call.giveUp();
            BackendException failure = failures.timedOut(operation);
            if (call.connection().isSilentFor(timeout)) {
                server.abandon(call.connection(), failure);
            }
            throw failure;
        } catch (InterruptedException e) {
            throw failures.interrupted(operation, e);
        }
    }

    private long remaining(long deadline) {
        return Math.max(0, deadline - nanoTime.getAsLong());
    }

    private StatusCode awaitEncrypted(Call call, long deadline) throws InterruptedException, TimeoutException {
        for (long late = LATE; late < remaining(deadline); late *= 2) {
            try {
                return call.await(late);
            } catch (TimeoutException e) {
                call.connection().send(new Call(call.connection(), List.of(Connector.PING)));
            }
        }
        return call.await(remaining(deadline));
    }

    /**
     * Sends commands, and waits for the end of all.
     *
     * @throws BackendException if the server said nothing, or refused one for another reason than what is there
     */
    Call ask(String operation, Server server, Connection connection, List<Command> commands) {
        Call call = new Call(connection, commands);
        long deadline = deadline();
        connection.send(call);
        await(operation, server, call, deadline);
        for (StatusCode status : call.refusals()) {
            isDone(operation, server, call, status);
        }
        return call;
    }

    /** The same, for one command. */
    Call ask(String operation, Server server, Connection connection, Command command) {
        return ask(operation, server, connection, List.of(command));
    }

    /**
     * Whether a command changed or found something; the server removes by itself what an item too large should replace.
     */
    static boolean isDone(String operation, Server server, Call call, StatusCode status) {
        return switch (status) {
            case SUCCESS -> true;
            case ERR_EXISTS, ERR_NOT_FOUND, ERR_NOT_STORED -> false;
            case ERR_2BIG ->
                throw server.failures()
                        .tooLarge(operation, call.connection().facts().itemLimit());
            default -> throw server.failures().refused(operation, status);
        };
    }

    /**
     * Removes what a record that is too large for the server should replace, and says so.
     *
     * @throws BackendException if it is too large
     */
    void requireFitting(String operation, Server server, Connection connection, Command command) {
        if (connection.facts().exceeds(command.size())) {
            if (command.replaces()) {
                ask(operation, server, connection, Command.delete(command.name(), command.cas()));
            }
            throw server.failures().tooLarge(operation, connection.facts().itemLimit());
        }
    }
}
