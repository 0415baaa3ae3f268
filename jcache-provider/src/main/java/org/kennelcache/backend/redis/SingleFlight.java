package org.kennelcache.backend.redis;

import java.util.concurrent.ExecutionException;
import java.util.concurrent.FutureTask;
import java.util.concurrent.atomic.AtomicReference;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;
import org.kennelcache.spi.BackendException;
import org.kennelcache.spi.BackendException.Reason;

/**
 * Work that many threads want done at the same time: one does it, and all get its result, or its failure. So a crowd
 * waits as long as one, not one after the other.
 */
final class SingleFlight<T> {

    private final Supplier<T> work;
    private final AtomicReference<@Nullable FutureTask<T>> running = new AtomicReference<>();

    SingleFlight(Supplier<T> work) {
        this.work = work;
    }

    /**
     * Does the work, or waits for who is at it.
     *
     * @throws BackendException if the work throws it, or if the thread is interrupted
     */
    T get() {
        FutureTask<T> mine = new FutureTask<>(work::get);
        FutureTask<T> others = running.compareAndExchange(null, mine);
        if (others != null) {
            return resultOf(others);
        }
        try {
            mine.run();
        } finally {
            running.set(null);
        }
        return resultOf(mine);
    }

    private static <T> T resultOf(FutureTask<T> task) {
        try {
            return task.get();
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new BackendException(Reason.INTERRUPTED, "interrupted while looking for the server", e);
        } catch (ExecutionException e) {
            if (e.getCause() instanceof BackendException failure) {
                throw failure;
            }
            throw new IllegalStateException("looking for the server failed", e.getCause());
        }
    }
}
