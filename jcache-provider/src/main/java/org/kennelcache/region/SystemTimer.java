package org.kennelcache.region;

import java.time.Duration;
import java.util.concurrent.Future;
import java.util.concurrent.ScheduledThreadPoolExecutor;
import java.util.concurrent.TimeUnit;

/**
 * A few daemon threads, which end a second after their last task: a longer-lived one would keep an ended application.
 */
public final class SystemTimer implements Timer {

    private static final int THREADS = 4;
    private static final Duration IDLE = Duration.ofSeconds(1);

    private final ScheduledThreadPoolExecutor threads;

    /**
     * A timer without threads yet.
     *
     * @param name that of its threads
     */
    public SystemTimer(String name) {
        threads = new ScheduledThreadPoolExecutor(THREADS, task -> {
            Thread thread = new Thread(task, name);
            thread.setDaemon(true);
            return thread;
        });
        threads.setRemoveOnCancelPolicy(true);
        threads.setKeepAliveTime(IDLE.toSeconds(), TimeUnit.SECONDS);
        threads.allowCoreThreadTimeOut(true);
    }

    @Override
    public Runnable every(Duration interval, Runnable task) {
        long nanos = interval.toNanos();
        Future<?> running = threads.scheduleWithFixedDelay(task, nanos, nanos, TimeUnit.NANOSECONDS);
        return () -> running.cancel(false);
    }
}
