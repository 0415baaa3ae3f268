package org.kennelcache.backend.memcached;

import java.util.ArrayList;
import java.util.List;
import net.spy.memcached.ops.StatusCode;
import org.jspecify.annotations.Nullable;
import org.kennelcache.spi.BackendException;

/** Requests to any number of servers, all sent before the first answer is waited for. For one thread, once. */
final class Pipeline {

    private final String operation;
    private final Exchange exchange;
    private final List<Sent> sent = new ArrayList<>();
    private @Nullable BackendException failure;

    Pipeline(String operation, Exchange exchange) {
        this.operation = operation;
        this.exchange = exchange;
    }

    String operation() {
        return operation;
    }

    void send(Server server, Connection connection, Call call) {
        connection.send(call);
        sent.add(new Sent(server, connection, call));
    }

    /** Something failed; the rest goes on. */
    void failed(BackendException e) {
        if (failure == null) {
            failure = e;
        } else if (failure != e) {
            failure.addSuppressed(e);
        }
    }

    /**
     * Waits for all answers, all of which have to be that something was done, found or not found.
     *
     * @throws BackendException the first failure, the others being suppressed exceptions of it
     */
    void finish() {
        finish((each, status) -> Exchange.isDone(operation, each.server(), each.connection(), status));
    }

    /**
     * Waits for all answers.
     *
     * @throws BackendException the first failure, the others being suppressed exceptions of it
     */
    void finish(Check check) {
        long deadline = exchange.deadline();
        for (Sent each : sent) {
            try {
                StatusCode status = exchange.await(operation, each.server(), each.connection(), each.call(), deadline);
                check.accept(each, status);
            } catch (BackendException e) {
                failed(e);
            }
        }
        if (failure != null) {
            throw failure;
        }
    }

    /** A request that is under way. */
    record Sent(Server server, Connection connection, Call call) {}

    /** What to do with an answer. */
    @FunctionalInterface
    interface Check {

        /**
         * Looks at an answer.
         *
         * @throws BackendException if it is not as it should be
         */
        void accept(Sent sent, StatusCode status);
    }
}
