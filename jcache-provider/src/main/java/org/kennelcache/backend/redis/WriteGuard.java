package org.kennelcache.backend.redis;

import java.net.SocketTimeoutException;
import java.time.Duration;
import java.util.concurrent.ScheduledThreadPoolExecutor;
import java.util.concurrent.ThreadPoolExecutor;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.concurrent.atomic.AtomicReference;
import java.util.function.LongSupplier;
import org.jspecify.annotations.Nullable;
import redis.clients.jedis.exceptions.JedisConnectionException;

/**
 * Puts a bound on how long sending over one connection may take, which sockets don't: once the buffers between here and
 * a server that stands still are full, a write waits forever.
 *
 * <p>A small request fits into the buffers of an idle connection and needs no guard. For a large one an alarm ends the
 * connection. Setting an alarm wakes the timer's thread, which costs more than the write; so one that is no longer
 * needed stays set, and when it rings it is set again if there is another write by then. {@link #run} is called by one
 * thread at a time.
 */
final class WriteGuard {

    /** Well below what the buffers of any system hold, in bytes. */
    private static final int SMALL = 16 * 1024;

    private final Duration limit;
    private final Timer timer;
    private final LongSupplier nanoTime;
    private final Runnable abort;
    private final AtomicReference<@Nullable Write> current = new AtomicReference<>();
    private final AtomicBoolean alarmed = new AtomicBoolean();

    /** @param abort ends the connection; run by another thread if a write takes longer than {@code limit} */
    WriteGuard(Duration limit, Timer timer, LongSupplier nanoTime, Runnable abort) {
        this.limit = limit;
        this.timer = timer;
        this.nanoTime = nanoTime;
        this.abort = abort;
    }

    /**
     * Runs {@code write}, which sends {@code size} bytes.
     *
     * @throws JedisConnectionException caused by a {@link SocketTimeoutException} if it took too long
     */
    void run(long size, Runnable write) {
        if (size <= SMALL) {
            write.run();
            return;
        }
        Write begun = new Write(nanoTime.getAsLong() + limit.toNanos());
        current.set(begun);
        setAlarm(limit.toNanos());
        try {
            write.run();
        } catch (RuntimeException e) {
            throw current.compareAndSet(begun, null) ? e : tooSlow();
        }
        if (!current.compareAndSet(begun, null)) {
            throw tooSlow();
        }
    }

    private void setAlarm(long nanos) {
        if (alarmed.compareAndSet(false, true)) {
            timer.schedule(this::ring, nanos);
        }
    }

    private void ring() {
        alarmed.set(false);
        Write write = current.get();
        if (write == null) {
            return;
        }
        long left = write.end - nanoTime.getAsLong();
        if (left > 0) {
            setAlarm(left);
        } else if (current.compareAndSet(write, null)) {
            abort.run();
        }
    }

    private JedisConnectionException tooSlow() {
        return new JedisConnectionException(
                new SocketTimeoutException("the request could not be sent within " + limit.toMillis() + " ms"));
    }

    /** A write that is going on, and when that is too long. */
    private static final class Write {

        private final long end;

        Write(long end) {
            this.end = end;
        }
    }

    /** Rings alarms. Its thread is started when first needed and ends when there was nothing to do for some seconds. */
    static final class Timer implements AutoCloseable {

        private final ScheduledThreadPoolExecutor executor = new ScheduledThreadPoolExecutor(
                1,
                task -> {
                    Thread thread = new Thread(task, "kennel-redis-write-timeout");
                    thread.setDaemon(true);
                    return thread;
                },
                new ThreadPoolExecutor.DiscardPolicy());

        Timer() {
            executor.setKeepAliveTime(10, TimeUnit.SECONDS);
            executor.allowCoreThreadTimeOut(true);
        }

        @SuppressWarnings("FutureReturnValueIgnored") // an alarm throws nothing
        void schedule(Runnable ring, long nanos) {
            executor.schedule(ring, nanos, TimeUnit.NANOSECONDS);
        }

        @Override
        public void close() {
            executor.shutdownNow();
        }
    }
}
