package org.kennelcache.backend.memcached;

import java.nio.ByteBuffer;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import net.spy.memcached.ops.Operation;
import net.spy.memcached.ops.OperationCallback;
import net.spy.memcached.ops.OperationState;
import net.spy.memcached.ops.OperationStatus;
import net.spy.memcached.ops.StatusCode;
import net.spy.memcached.protocol.binary.OperationImpl;
import org.jspecify.annotations.Nullable;

/**
 * Commands on their way to a server and back, in one request. They are sent once, and the server carries them out in their
 * order, though it may do something for others in between. All but the last are quiet, so the answer to the last, which always
 * comes, tells that all are done. The client's thread completes the call, and whoever sent it waits for that.
 *
 * <p>The client has such operations itself, but one for each command, and its read of many drops their versions.
 */
final class Call implements OperationCallback {

    private static final int FLAGS = Integer.BYTES;

    private final Connection connection;
    private final List<Command> commands;
    private final @Nullable Item[] found;
    private final Map<Integer, StatusCode> refusals = new HashMap<>(0);
    private final CompletableFuture<StatusCode> end = new CompletableFuture<>();

    /** What the server said; this, if its answer made no sense to the client. */
    private StatusCode status = StatusCode.ERR_INTERNAL;

    private @Nullable Operation operation;
    private Set<Call> underWay = Set.of();

    /**
     * A call.
     *
     * @param commands one or more
     */
    Call(Connection connection, List<Command> commands) {
        this.connection = connection;
        this.commands = commands;
        this.found = new Item[commands.size()];
    }

    Connection connection() {
        return connection;
    }

    /** The name in the first command. */
    String name() {
        return commands.get(0).name();
    }

    /** Names of what has to go if the end of the call is not heard of. */
    List<String> doubtful() {
        return commands.stream().filter(Command::isDoubtful).map(Command::name).toList();
    }

    /** What a command found, once the call has ended well. */
    @Nullable
    Item found(int index) {
        return found[index];
    }

    /** What became of a change, once the call has ended well. */
    StatusCode status(int index) {
        return refusals.getOrDefault(index, StatusCode.SUCCESS);
    }

    /** What became of the commands that were not done, once the call has ended well. */
    Collection<StatusCode> refusals() {
        return refusals.values();
    }

    /**
     * Makes the request; called once.
     *
     * @param calls where the call is until it has been answered, or certainly will not be sent
     */
    Operation start(Set<Call> calls) {
        underWay = calls;
        underWay.add(this);
        Operation request = new Request();
        operation = request;
        return request;
    }

    @Override
    public void receivedStatus(OperationStatus received) {
        status = received.getStatusCode();
    }

    @Override
    public void complete() {
        if (status != StatusCode.CANCELLED && status != StatusCode.TIMEDOUT) {
            underWay.remove(this);
        }
        end.complete(status);
    }

    /** Ends it: no answer will come. */
    void lost() {
        end.complete(StatusCode.CANCELLED);
    }

    /** Keeps it from being sent, if it was not yet. */
    void giveUp() {
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
     * @return whether the call has ended well; {@link StatusCode#CANCELLED} if the connection broke
     */
    StatusCode await(long nanos) throws InterruptedException, TimeoutException {
        try {
            return end.get(nanos, TimeUnit.NANOSECONDS);
        } catch (ExecutionException e) {
            throw new IllegalStateException("never completed with an exception", e);
        }
    }

    /** All commands, numbered, so that the answers tell what they belong to. */
    private final class Request extends OperationImpl {

        Request() {
            super(DUMMY_OPCODE, 0, Call.this); // answers have several codes
        }

        @Override
        public void initialize() {
            int length = 0;
            for (Command command : commands) {
                length += command.length();
            }
            ByteBuffer request = ByteBuffer.allocate(length);
            for (int i = 0; i < commands.size(); i++) {
                commands.get(i).write(request, i, i < last());
            }
            setBuffer(request.flip());
        }

        private int last() {
            return commands.size() - 1;
        }

        @Override
        protected void finishedPayload(byte[] payload) {
            if (errorCode != SUCCESS) {
                refusals.put(responseOpaque, StatusCode.fromBinaryCode(errorCode));
            } else if (commands.get(responseOpaque).reads()) {
                found[responseOpaque] = Item.read(payload, FLAGS, responseCas, connection);
            }
            if (responseOpaque == last()) {
                getCallback().receivedStatus(STATUS_OK);
                transitionState(OperationState.COMPLETE);
            }
            resetInput();
        }

        @Override
        protected boolean opaqueIsValid() {
            return responseOpaque >= 0 && responseOpaque <= last();
        }
    }
}
