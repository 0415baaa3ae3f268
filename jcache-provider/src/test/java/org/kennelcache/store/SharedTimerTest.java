package org.kennelcache.store;

import static java.util.concurrent.TimeUnit.DAYS;
import static java.util.concurrent.TimeUnit.MILLISECONDS;
import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import com.github.benmanes.caffeine.cache.Scheduler;
import java.lang.ref.WeakReference;
import java.util.ArrayList;
import java.util.List;
import java.util.Queue;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.concurrent.Future;
import org.junit.jupiter.api.Test;

class SharedTimerTest {

    private final Scheduler timer = SharedTimer.started();
    private final Queue<Runnable> executed = new ConcurrentLinkedQueue<>();
    private final Queue<String> done = new ConcurrentLinkedQueue<>();

    @Test
    void schedule_delayOver_runsOnTheExecutor() {
        Future<?> task = timer.schedule(executed::add, () -> done.add("task"), 1, MILLISECONDS);

        await().until(() -> !executed.isEmpty());
        assertThat(task.isDone()).isTrue();
        assertThat(done).isEmpty();
        executed.remove().run();

        assertThat(done).containsExactly("task");
    }

    @Test
    void cancel_beforeTheDelayIsOver_neverRuns() {
        Future<?> task = timer.schedule(Runnable::run, () -> done.add("task"), 1, DAYS);

        assertThat(task.cancel(false)).isTrue();

        assertThat(task.isDone()).isTrue();
        assertThat(done).isEmpty();
    }

    @Test
    void cancel_afterItRan_hasNoEffect() {
        Future<?> task = timer.schedule(Runnable::run, () -> done.add("task"), 1, MILLISECONDS);
        await().until(() -> !done.isEmpty());

        assertThat(task.cancel(false)).isFalse();
    }

    @Test
    void cancel_beforeTheDelayIsOver_taskIsForgotten() {
        WeakReference<Runnable> task = scheduledAndCancelled();

        await().untilAsserted(() -> {
            System.gc();
            assertThat(task.get()).isNull();
        });
    }

    private WeakReference<Runnable> scheduledAndCancelled() {
        List<String> own = new ArrayList<>();
        Runnable task = () -> own.add("done");
        assertThat(timer.schedule(executed::add, task, 1, DAYS).cancel(false)).isTrue();
        executed.forEach(Runnable::run);
        executed.clear();
        return new WeakReference<>(task);
    }
}
