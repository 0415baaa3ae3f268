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
 * waits as long as one, not one after the other. That it was interrupted concerns only the one: another does the work
 * then.
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
        for (FutureTask<T> flight = join(mine); flight != mine; flight = join(mine)) {
            try {
                return resultOf(flight);
            } catch (BackendException e) {
                if (e.reason() != Reason.INTERRUPTED || Thread.currentThread().isInterrupted()) {
                    throw e;
                }
                running.compareAndSet(flight, null);
            }
        }
        try {
            mine.run();
        } finally {
            running.compareAndSet(mine, null);
        }
        return resultOf(mine);
    }

    /** What is under way: the work of another thread, or from now on {@code mine}. */
    private FutureTask<T> join(FutureTask<T> mine) {
        FutureTask<T> others = running.compareAndExchange(null, mine);
        return others == null ? mine : others;
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
