package org.kennelcache.store;

import com.github.benmanes.caffeine.cache.Scheduler;
import java.lang.System.Logger;
import java.lang.System.Logger.Level;
import java.time.Duration;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.Executor;
import java.util.concurrent.ForkJoinPool;
import java.util.concurrent.Future;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import java.util.concurrent.atomic.AtomicBoolean;

/**
 * The timer that every JVM has for its {@link CompletableFuture}s, as Caffeine's scheduler.
 *
 * <p>Guarantees: no thread of its own; what is cancelled is forgotten at once, so that nothing keeps a closed cache and
 * its class loader until its last entry would have expired.
 *
 * <p>Hazard: the timer's thread never ends, and before JDK 24 a thread keeps the class loaders of all code that was on
 * the stack when it was started. So it is started by a thread of the JVM's common pool, while that runs the JDK's code
 * only, where that pool has threads.
 */
final class SharedTimer implements Scheduler {

    private static final Logger LOGGER = System.getLogger(SharedTimer.class.getName());
    private static final Duration PATIENCE = Duration.ofSeconds(1);
    private static final AtomicBoolean STARTED = new AtomicBoolean();

    private SharedTimer() {}

    /** The timer, with its thread running. */
    static Scheduler started() {
        if (!STARTED.get()) {
            startThread();
            STARTED.set(true);
        }
        return new SharedTimer();
    }

    @Override
    @SuppressWarnings("FutureReturnValueIgnored") // Caffeine logs what its commands throw
    public Future<?> schedule(Executor executor, Runnable command, long delay, TimeUnit unit) {
        Alarm alarm = new Alarm();
        alarm.thenAcceptAsync(
                rings -> {
                    if (rings) {
                        command.run();
                    }
                },
                executor);
        return alarm.completeOnTimeout(true, delay, unit);
    }

    /**
     * Has the thread started, if the pool has one to do so before long; else whoever schedules first starts it.
     *
     * <p>What depends on the first stage is handed to the timer by whoever completes that: the pool, after the lambda's
     * end.
     */
    private static void startThread() {
        if (ForkJoinPool.getCommonPoolParallelism() == 0) {
            return;
        }
        CompletableFuture<Void> first = new CompletableFuture<>();
        CompletableFuture<Void> delayed = first.thenRunAsync(
                () -> {}, CompletableFuture.delayedExecutor(1, TimeUnit.NANOSECONDS, ForkJoinPool.commonPool()));
        first.completeAsync(() -> null, ForkJoinPool.commonPool());
        try {
            delayed.get(PATIENCE.toMillis(), TimeUnit.MILLISECONDS);
        } catch (TimeoutException | ExecutionException e) {
            LOGGER.log(Level.DEBUG, "the JVM's common pool has no thread to start the timer's", e);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }

    /** Completes with true when its time has come, and with false when it is cancelled; both take it off the timer. */
    private static final class Alarm extends CompletableFuture<Boolean> {

        @Override
        public boolean cancel(boolean mayInterruptIfRunning) {
            return complete(false);
        }
    }
}
