package org.kennelcache.backend.redis;

import java.time.Duration;
import java.util.concurrent.ConcurrentLinkedDeque;
import java.util.concurrent.Semaphore;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import java.util.function.Function;
import java.util.function.LongSupplier;
import redis.clients.jedis.exceptions.JedisConnectionException;

/**
 * The connections to one server. The one that was used last is lent first.
 *
 * <p>Guarantees: there are never more than {@code size}; {@link #borrow} waits for a free one no longer than
 * {@code timeout}; connections are made by who borrows them, never by who gives one back, and nobody waits while
 * somebody else connects. (jedis's own pool connects on behalf of waiting threads when a broken connection is given
 * back: with a server that stands still, that doubles the time after which an operation fails.)
 */
final class LinkPool implements AutoCloseable {

    /** No server is restarted faster. */
    private static final long STALE_NANOS = Duration.ofMillis(5).toNanos();

    /** An idle connection is closed after this. */
    private static final long UNUSED_NANOS = Duration.ofMinutes(1).toNanos();

    private final Function<LinkPool, Link> connector;
    private final LongSupplier nanoTime;
    private final Semaphore free;
    private final Duration timeout;
    private final ConcurrentLinkedDeque<Link> idle = new ConcurrentLinkedDeque<>();
    private volatile boolean closed;

    LinkPool(int size, Duration timeout, LongSupplier nanoTime, Function<LinkPool, Link> connector) {
        this.free = new Semaphore(size);
        this.timeout = timeout;
        this.nanoTime = nanoTime;
        this.connector = connector;
    }

    /**
     * Lends a connection, a new one if all are in use; it must be closed.
     *
     * @throws TimeoutException if the largest number of connections is in use
     * @throws redis.clients.jedis.exceptions.JedisException if it has to be made and can't be
     */
    Link borrow() throws TimeoutException, InterruptedException {
        if (!free.tryAcquire() && !free.tryAcquire(timeout.toNanos(), TimeUnit.NANOSECONDS)) {
            throw new TimeoutException();
        }
        boolean lent = false;
        try {
            Link link = idleOrNew();
            lent = true;
            return link;
        } finally {
            if (!lent) {
                free.release();
            }
        }
    }

    /** Takes a connection back; to be called once for each that was borrowed. */
    void giveBack(Link link) {
        try {
            if (link.usable()) {
                rest(link);
            } else {
                link.discard();
            }
        } finally {
            free.release();
        }
    }

    /** Ends the connections that are not lent: whatever broke one of them broke all. */
    void dropIdle() {
        for (Link link = idle.pollFirst(); link != null; link = idle.pollFirst()) {
            link.discard();
        }
    }

    /** Ends all connections; those that are lent, when they are given back. */
    @Override
    public void close() {
        closed = true;
        dropIdle();
    }

    private Link idleOrNew() {
        if (closed) {
            throw new JedisConnectionException("the connections to this server have been closed");
        }
        Link link = idle.pollFirst();
        if (link == null) {
            return connector.apply(this);
        }
        link.wake(link.idleNanos(nanoTime.getAsLong()) >= STALE_NANOS);
        return link;
    }

    private void rest(Link link) {
        long now = nanoTime.getAsLong();
        link.rest(now);
        idle.addFirst(link);
        Link oldest = idle.peekLast();
        if (oldest != null && oldest.idleNanos(now) > UNUSED_NANOS && idle.removeLastOccurrence(oldest)) {
            oldest.discard();
        }
        if (closed) {
            dropIdle();
        }
    }
}
