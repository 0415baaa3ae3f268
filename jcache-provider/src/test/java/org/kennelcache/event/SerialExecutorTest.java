package org.kennelcache.event;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.kennelcache.ManualExecutor;

class SerialExecutorTest {

    @Test
    void tasks_onManyThreads_runOneAfterTheOtherAndInOrder() throws Exception {
        ExecutorService threads = Executors.newFixedThreadPool(4);
        SerialExecutor executor = new SerialExecutor(threads);
        List<Integer> done = Collections.synchronizedList(new ArrayList<>());
        AtomicInteger atOnce = new AtomicInteger();
        AtomicBoolean overlapped = new AtomicBoolean();

        IntStream.range(0, 1_000)
                .forEach(task -> executor.execute(() -> {
                    overlapped.compareAndSet(false, atOnce.incrementAndGet() > 1);
                    done.add(task);
                    atOnce.decrementAndGet();
                }));

        await().until(() -> done.size() == 1_000);
        threads.shutdown();
        assertThat(overlapped).isFalse();
        assertThat(done).isSorted();
    }

    @Test
    void task_thatComesWhileAnotherRuns_runsAfterIt() {
        ManualExecutor threads = new ManualExecutor();
        SerialExecutor executor = new SerialExecutor(threads);
        List<String> done = new ArrayList<>();
        executor.execute(() -> {
            executor.execute(() -> done.add("second"));
            done.add("first");
        });

        threads.runAll();

        assertThat(done).containsExactly("first", "second");
    }
}
