package org.kennelcache.backend.redis;

import java.net.SocketTimeoutException;
import java.time.Duration;
import java.util.concurrent.Future;
import java.util.concurrent.ScheduledThreadPoolExecutor;
import java.util.concurrent.ThreadPoolExecutor;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicBoolean;
import redis.clients.jedis.exceptions.JedisConnectionException;

/**
 * Puts a bound on how long sending may take, which sockets don't: once the buffers between here and a server that stands
 * still are full, a write waits forever.
 *
 * <p>A small request fits into the buffers of an idle connection and needs no guard. For a large one a timer ends the
 * connection; its thread is started when first needed and ends when there was nothing to guard for some seconds.
 */
final class WriteGuard implements AutoCloseable {

    /** Well below what the buffers of any system hold, in bytes. */
    private static final int SMALL = 16 * 1024;

    private final Duration limit;
    private final ScheduledThreadPoolExecutor timer;

    WriteGuard(Duration limit) {
        this.limit = limit;
        this.timer = new ScheduledThreadPoolExecutor(
                1,
                task -> {
                    Thread thread = new Thread(task, "kennel-redis-write-timeout");
                    thread.setDaemon(true);
                    return thread;
                },
                new ThreadPoolExecutor.DiscardPolicy());
        timer.setRemoveOnCancelPolicy(true);
        timer.setKeepAliveTime(10, TimeUnit.SECONDS);
        timer.allowCoreThreadTimeOut(true);
    }

    /**
     * Runs {@code write}, which sends {@code size} bytes, and {@code abort} in another thread if that takes too long.
     *
     * @throws JedisConnectionException caused by a {@link SocketTimeoutException} if {@code abort} was run
     */
    void run(long size, Runnable write, Runnable abort) {
        if (size <= SMALL) {
            write.run();
            return;
        }
        AtomicBoolean over = new AtomicBoolean();
        Future<?> alarm = timer.schedule(
                () -> {
                    if (over.compareAndSet(false, true)) {
                        abort.run();
                    }
                },
                limit.toMillis(),
                TimeUnit.MILLISECONDS);
        try {
            write.run();
        } catch (JedisConnectionException e) {
            throw over.get() ? tooSlow() : e;
        } finally {
            alarm.cancel(false);
        }
        if (!over.compareAndSet(false, true)) {
            throw tooSlow();
        }
    }

    @Override
    public void close() {
        timer.shutdownNow();
    }

    private JedisConnectionException tooSlow() {
        return new JedisConnectionException(
                new SocketTimeoutException("the request could not be sent within " + limit.toMillis() + " ms"));
    }
}
