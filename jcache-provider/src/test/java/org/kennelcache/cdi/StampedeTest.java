package org.kennelcache.cdi;

import static java.util.concurrent.TimeUnit.SECONDS;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.awaitility.Awaitility.await;

import jakarta.enterprise.context.ApplicationScoped;
import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.concurrent.Callable;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.FutureTask;
import java.util.concurrent.atomic.AtomicInteger;
import javax.cache.annotation.CacheResult;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

/** Many threads that miss the same result at the same time. */
class StampedeTest {

    private static final int THREADS = 16;

    private static final Set<Thread.State> WAITING = Set.of(Thread.State.WAITING, Thread.State.TIMED_WAITING);

    private final Container container = new Container(Kitchen.class);
    private final Kitchen kitchen = container.bean(Kitchen.class);
    private final List<Thread> threads = new ArrayList<>();

    @AfterEach
    void close() {
        kitchen.open();
        container.close();
    }

    @Test
    void call_manyThreadsMissOneKey_methodCalledOnce() throws Exception {
        List<FutureTask<@Nullable String>> meals = start(() -> kitchen.meal("Rex"));
        awaitWaiting();

        kitchen.open();

        for (FutureTask<@Nullable String> meal : meals) {
            assertThat(meal.get(30, SECONDS)).isEqualTo("meal for Rex");
        }
        assertThat(kitchen.calls()).isEqualTo(1);
    }

    @Test
    void call_otherKeyMeanwhile_doesNotWait() throws Exception {
        start(() -> kitchen.meal("Rex"));
        awaitWaiting();

        assertThat(kitchen.meal("no waiting")).isEqualTo("meal for no waiting");
    }

    @Test
    void call_manyThreadsMissOneKeyAndItFails_exceptionCachedAfterTheFirst() {
        List<FutureTask<@Nullable String>> meals = start(() -> kitchen.burnt("Rex"));
        awaitWaiting();

        kitchen.open();

        assertThat(meals)
                .allSatisfy(meal -> assertThatThrownBy(() -> meal.get(30, SECONDS))
                        .isInstanceOf(ExecutionException.class)
                        .hasCauseInstanceOf(IOException.class));
        assertThat(kitchen.calls()).isEqualTo(1);
    }

    @Test
    void call_firstGivesNull_nullForAllWhoWaited() throws Exception {
        List<FutureTask<@Nullable String>> meals = start(() -> kitchen.secondTry("Rex"));
        awaitWaiting();

        kitchen.open();

        for (FutureTask<@Nullable String> meal : meals) {
            assertThat(meal.get(30, SECONDS)).isNull();
        }
        assertThat(kitchen.calls()).isEqualTo(1);
        assertThat(kitchen.secondTry("Rex")).isEqualTo("meal 2");
    }

    @Test
    void call_firstFails_nextIsCalled() throws Exception {
        List<FutureTask<@Nullable String>> meals = start(() -> kitchen.burntOnce("Rex"));
        awaitWaiting();

        kitchen.open();

        List<Object> eaten = new ArrayList<>();
        for (FutureTask<@Nullable String> meal : meals) {
            try {
                eaten.add(meal.get(30, SECONDS));
            } catch (ExecutionException e) {
                eaten.add(e.getCause());
            }
        }
        assertThat(eaten).filteredOn(IOException.class::isInstance).hasSize(1);
        assertThat(eaten).filteredOn("meal 2"::equals).hasSize(THREADS - 1);
        assertThat(kitchen.calls()).isEqualTo(2);
    }

    private List<FutureTask<@Nullable String>> start(Callable<@Nullable String> call) {
        List<FutureTask<@Nullable String>> tasks = new ArrayList<>();
        for (int i = 0; i < THREADS; i++) {
            FutureTask<@Nullable String> task = new FutureTask<>(call);
            Thread thread = new Thread(task, "guest-" + i);
            thread.setDaemon(true);
            thread.start();
            threads.add(thread);
            tasks.add(task);
        }
        return tasks;
    }

    /** Until one thread is in the method and all others wait for it. */
    private void awaitWaiting() {
        await().atMost(30, SECONDS)
                .until(() -> threads.stream().allMatch(thread -> WAITING.contains(thread.getState())));
        assertThat(kitchen.calls()).isEqualTo(1);
    }

    /** Its methods wait until it opens. */
    @ApplicationScoped
    static class Kitchen {

        private final AtomicInteger calls = new AtomicInteger();
        private final CountDownLatch opened = new CountDownLatch(1);

        int calls() {
            return calls.get();
        }

        void open() {
            opened.countDown();
        }

        private void wait(String guest) throws InterruptedException {
            if (!guest.equals("no waiting")) {
                opened.await();
            }
        }

        @CacheResult(cacheName = "meals")
        String meal(String guest) throws InterruptedException {
            calls.incrementAndGet();
            wait(guest);
            return "meal for " + guest;
        }

        @CacheResult(cacheName = "meals", exceptionCacheName = "accidents")
        String burnt(String guest) throws IOException, InterruptedException {
            calls.incrementAndGet();
            wait(guest);
            throw new IOException("burnt");
        }

        @CacheResult(cacheName = "meals")
        String burntOnce(String guest) throws IOException, InterruptedException {
            int call = calls.incrementAndGet();
            wait(guest);
            if (call == 1) {
                throw new IOException("burnt");
            }
            return "meal " + call;
        }

        @CacheResult(cacheName = "meals")
        @Nullable
        String secondTry(String guest) throws InterruptedException {
            int call = calls.incrementAndGet();
            wait(guest);
            return call == 1 ? null : "meal " + call;
        }
    }
}
