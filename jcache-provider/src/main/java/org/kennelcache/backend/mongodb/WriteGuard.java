package org.kennelcache.backend.mongodb;

import java.time.Duration;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Future;
import java.util.concurrent.SynchronousQueue;
import java.util.concurrent.ThreadPoolExecutor;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;

/**
 * Puts a bound on how long sending may take, which the driver does not: once the buffers between here and a server that
 * stands still are full, its write waits until the connection breaks.
 *
 * <p>A small request fits into the buffers of an idle connection and needs no guard. A large one is sent by another
 * thread, which is given up after the driver's own time-out and a little more. Such a thread, a daemon, ends when the
 * server goes on or the connection breaks; as each has a connection of the pool, there are never more than that has.
 */
final class WriteGuard implements AutoCloseable {

    /** Below what the buffers of a connection hold, in bytes: on Linux 64 KiB, where an Ethernet was cut. */
    private static final int SMALL = 32 * 1024;

    /** So that where the driver notices, its own exception comes first. */
    private static final Duration SLACK = Duration.ofMillis(200);

    private final Duration limit;
    private final ExecutorService threads;

    WriteGuard(Duration limit) {
        this.limit = limit.plus(SLACK);
        this.threads =
                new ThreadPoolExecutor(0, Integer.MAX_VALUE, 10, TimeUnit.SECONDS, new SynchronousQueue<>(), task -> {
                    Thread thread = new Thread(task, "kennel-mongodb-large-request");
                    thread.setDaemon(true);
                    return thread;
                });
    }

    /**
     * Runs {@code call}, which sends about {@code size} bytes.
     *
     * @throws TimeoutException if it does not end in time
     * @throws InterruptedException if the thread was interrupted while another one ran the call
     * @throws java.util.concurrent.RejectedExecutionException after {@link #close}
     */
    <T extends @Nullable Object> T run(long size, Supplier<T> call) throws TimeoutException, InterruptedException {
        if (size <= SMALL) {
            return call.get();
        }
        Future<T> result = threads.submit(call::get);
        try {
            return result.get(limit.toNanos(), TimeUnit.NANOSECONDS);
        } catch (ExecutionException e) {
            if (e.getCause() instanceof RuntimeException failure) {
                throw failure;
            }
            if (e.getCause() instanceof Error error) {
                throw error;
            }
            throw new IllegalStateException("a supplier throws nothing else", e.getCause());
        }
    }

    @Override
    public void close() {
        threads.shutdownNow();
    }
}
