package org.kennelcache.benchmarks.harness;

import java.time.Duration;
import java.util.concurrent.Executors;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.ScheduledFuture;
import java.util.concurrent.TimeUnit;

/** Ends JVMs that hang. */
final class Watchdog {

    private static final Duration PATIENCE = Duration.ofMinutes(3);

    private final ScheduledExecutorService timer = Executors.newSingleThreadScheduledExecutor(task -> {
        Thread thread = new Thread(task, "watchdog");
        thread.setDaemon(true);
        return thread;
    });

    /** Ends whatever processes this one then has, unless what is returned is cancelled within {@link #PATIENCE}. */
    ScheduledFuture<?> start() {
        return timer.schedule(Watchdog::endChildren, PATIENCE.toSeconds(), TimeUnit.SECONDS);
    }

    private static void endChildren() {
        ProcessHandle.current().descendants().forEach(ProcessHandle::destroyForcibly);
    }
}
