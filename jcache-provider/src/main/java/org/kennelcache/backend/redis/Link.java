package org.kennelcache.backend.redis;

import java.io.IOException;
import java.util.List;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;
import redis.clients.jedis.CommandArguments;
import redis.clients.jedis.Connection;
import redis.clients.jedis.JedisClientConfig;
import redis.clients.jedis.Protocol;
import redis.clients.jedis.Protocol.Command;
import redis.clients.jedis.exceptions.JedisConnectionException;
import redis.clients.jedis.util.RedisOutputStream;

/**
 * A connection that is lent by a pool. Used by one thread at a time, which closes it to give it back.
 *
 * <p>Writing and reading are apart, so that one thread can keep several servers busy at once. A connection that is given
 * back before all its answers were read is not used again.
 */
final class Link extends Connection {

    private static final Request ASKING = new Request("", new CommandArguments(Command.ASKING), 0);

    private final JedisDialer dialer;
    private final RedisOutputStream output;
    private final LinkPool pool;
    private final WriteGuard guard;
    private int unanswered;
    private volatile long idleSince;
    private boolean stale;

    /**
     * Connects and logs in.
     *
     * @param guards give a guard of writes, which ends the connection as it is told here
     */
    Link(JedisDialer dialer, JedisClientConfig config, LinkPool pool, Function<Runnable, WriteGuard> guards) {
        super(dialer, config);
        this.dialer = dialer;
        this.output = dialer.output();
        this.pool = pool;
        this.guard = guards.apply(dialer::hangUp);
    }

    /** Sends requests, after each of which one answer is to be {@link #read}. */
    void write(List<Request> requests) {
        unanswered += requests.size();
        long size = 0;
        for (Request request : requests) {
            size += request.size();
        }
        guard.run(size, () -> send(requests));
    }

    /**
     * The next answer: bytes, a {@link Long}, a list of these, or null.
     *
     * @throws redis.clients.jedis.exceptions.JedisDataException if the answer is an error; the connection is fine
     */
    @Nullable
    Object read() {
        unanswered--;
        return getUnflushedObject();
    }

    /** Sends one request and reads the answer. */
    @Nullable
    Object ask(Request request) {
        write(List.of(request));
        return read();
    }

    /** Like {@link #ask}, of a node that is about to take over the slot of the request. */
    @Nullable
    Object askDuringMigration(Request request) {
        write(List.of(ASKING, request));
        read();
        return read();
    }

    /** Whether the connection was idle for so long that the server may have closed it before it was lent. */
    boolean stale() {
        return stale;
    }

    /** Whether the server has ended the connection; takes a millisecond if it has not. */
    boolean isHungUp() {
        return dialer.isHungUp();
    }

    /** Whether no answer is outstanding and nothing went wrong. */
    boolean usable() {
        return unanswered == 0 && !isBroken();
    }

    /** Called when the connection is given back, at {@code nanoTime}. */
    void rest(long nanoTime) {
        idleSince = nanoTime;
    }

    /** For how long the connection has been idle at {@code nanoTime}. */
    long idleNanos(long nanoTime) {
        return nanoTime - idleSince;
    }

    /** Called when the connection is lent again. */
    void wake(boolean mayBeClosed) {
        stale = mayBeClosed;
    }

    /** Ends the connection, whatever state it is in. */
    void discard() {
        setBroken();
        dialer.hangUp();
    }

    /** Gives the connection back. */
    @Override
    public void close() {
        pool.giveBack(this);
    }

    private void send(List<Request> requests) {
        try {
            for (Request request : requests) {
                Protocol.sendCommand(output, request.command());
            }
            output.flush();
        } catch (IOException e) {
            throw new JedisConnectionException(e);
        }
    }
}
