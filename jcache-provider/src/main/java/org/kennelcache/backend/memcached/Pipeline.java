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

    void send(Server server, Call call) {
        call.connection().send(call);
        sent.add(new Sent(server, call));
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
     * Waits for all answers. What was found, or not, or not done because of what is there, is no failure.
     *
     * @throws BackendException the first failure, the others being suppressed exceptions of it
     */
    void finish() {
        long deadline = exchange.deadline();
        for (Sent each : sent) {
            finish(each.server(), each.call(), deadline);
        }
        if (failure != null) {
            throw failure;
        }
    }

    private void finish(Server server, Call call, long deadline) {
        try {
            exchange.await(operation, server, call, deadline);
        } catch (BackendException e) {
            failed(e);
            return;
        }
        for (StatusCode status : call.refusals()) {
            try {
                Exchange.isDone(operation, server, call, status);
            } catch (BackendException e) {
                failed(e);
            }
        }
    }

    /** A request that is under way. */
    private record Sent(Server server, Call call) {}
}
