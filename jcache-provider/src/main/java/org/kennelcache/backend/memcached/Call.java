package org.kennelcache.backend.memcached;

import java.util.Set;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import net.spy.memcached.OperationFactory;
import net.spy.memcached.ops.Operation;
import net.spy.memcached.ops.OperationCallback;
import net.spy.memcached.ops.OperationState;
import net.spy.memcached.ops.OperationStatus;
import net.spy.memcached.ops.StatusCode;
import org.jspecify.annotations.Nullable;

/**
 * One request on its way to a server and back. It is sent once; the client's thread completes it, and whoever sent it
 * waits for that.
 */
abstract class Call implements OperationCallback {

    private final String name;
    private final boolean change;
    private final CompletableFuture<StatusCode> end = new CompletableFuture<>();

    /** What the server said; this, if its answer made no sense to the client. */
    private StatusCode status = StatusCode.ERR_INTERNAL;

    private @Nullable Operation operation;
    private Set<Call> underWay = Set.of();

    /**
     * A call.
     *
     * @param name of the record, or of one of them
     * @param change whether it may change what the server holds so that, if its end is not heard of, the record has to go
     */
    Call(String name, boolean change) {
        this.name = name;
        this.change = change;
    }

    final String name() {
        return name;
    }

    final boolean isChange() {
        return change;
    }

    /** The request as the client has it. */
    protected abstract Operation request(OperationFactory factory);

    /**
     * Makes the request; called once.
     *
     * @param calls where the call is until it has been answered, or certainly will not be sent
     */
    final Operation start(OperationFactory factory, Set<Call> calls) {
        underWay = calls;
        underWay.add(this);
        Operation request = request(factory);
        operation = request;
        return request;
    }

    @Override
    public final void receivedStatus(OperationStatus received) {
        status = received.getStatusCode();
    }

    @Override
    public final void complete() {
        if (status != StatusCode.CANCELLED && status != StatusCode.TIMEDOUT) {
            underWay.remove(this);
        }
        end.complete(status);
    }

    /** Ends it: no answer will come. */
    final void lost() {
        end.complete(StatusCode.CANCELLED);
    }

    /** Keeps it from being sent, if it was not yet. */
    final void giveUp() {
        if (operation != null) {
            operation.timeOut();
            if (operation.getState() == OperationState.WRITE_QUEUED) {
                underWay.remove(this);
            }
        }
    }

    /**
     * Waits for the answer.
     *
     * @return what the server said; {@link StatusCode#CANCELLED} if the connection broke
     */
    final StatusCode await(long nanos) throws InterruptedException, TimeoutException {
        try {
            return end.get(nanos, TimeUnit.NANOSECONDS);
        } catch (ExecutionException e) {
            throw new IllegalStateException("never completed with an exception", e);
        }
    }
}
