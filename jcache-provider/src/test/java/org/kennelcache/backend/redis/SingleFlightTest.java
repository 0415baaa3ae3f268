package org.kennelcache.backend.redis;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.stream.IntStream;
import org.awaitility.Awaitility;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.kennelcache.spi.BackendException;
import org.kennelcache.spi.BackendException.Reason;

class SingleFlightTest {

    private static final int THREADS = 4;

    private final CountDownLatch work = new CountDownLatch(1);
    private final AtomicInteger runs = new AtomicInteger();
    private final AtomicInteger arrived = new AtomicInteger();
    private final ExecutorService threads = Executors.newFixedThreadPool(THREADS);

    @AfterEach
    void end() {
        threads.shutdownNow();
    }

    @Test
    void get_manyAtOnce_areAnsweredByOneRun() {
        SingleFlight<Integer> flight = new SingleFlight<>(() -> {
            await(work);
            return runs.incrementAndGet();
        });
        List<CompletableFuture<Integer>> results = startAll(flight);

        work.countDown();

        assertThat(results).allSatisfy(result -> assertThat(result.join()).isEqualTo(1));
        assertThat(flight.get()).isEqualTo(2);
    }

    @Test
    void get_workFails_everybodyGetsTheFailureAndTheNextTriesAgain() {
        SingleFlight<Integer> flight = new SingleFlight<>(() -> {
            await(work);
            if (runs.incrementAndGet() == 1) {
                throw new BackendException(Reason.UNREACHABLE, "nobody there", null);
            }
            return runs.get();
        });
        List<CompletableFuture<Integer>> results = startAll(flight);

        work.countDown();

        assertThat(results)
                .allSatisfy(result -> assertThatExceptionOfType(Exception.class)
                        .isThrownBy(result::join)
                        .withMessageContaining("nobody there"));
        assertThat(flight.get()).isEqualTo(2);
    }

    @Test
    void get_whoDoesTheWorkIsInterrupted_theOthersGetAResult() {
        SingleFlight<Integer> flight = new SingleFlight<>(() -> {
            await(work);
            if (runs.incrementAndGet() == 1) {
                throw interrupted();
            }
            return runs.get();
        });
        List<CompletableFuture<Integer>> results = startAll(flight);

        work.countDown();

        assertThat(results)
                .filteredOn(result ->
                        result.handle((value, failure) -> failure != null).join())
                .hasSize(1);
    }

    @Test
    void get_allInterrupted_allFail() {
        SingleFlight<Integer> flight = new SingleFlight<>(() -> {
            await(work);
            return runs.incrementAndGet();
        });
        List<CompletableFuture<Integer>> results = startAll(flight);

        threads.shutdownNow();

        assertThat(results)
                .allSatisfy(result -> assertThatExceptionOfType(Exception.class)
                        .isThrownBy(result::join)
                        .withMessageContaining("interrupted"));
        assertThat(runs).hasValue(0);
    }

    private static BackendException interrupted() {
        return new BackendException(Reason.INTERRUPTED, "interrupted", null);
    }

    /** Returns when all threads wait, one for the work, the others for that one. */
    private List<CompletableFuture<Integer>> startAll(SingleFlight<Integer> flight) {
        List<Thread> callers = new CopyOnWriteArrayList<>();
        List<CompletableFuture<Integer>> results = IntStream.range(0, THREADS)
                .mapToObj(i -> CompletableFuture.supplyAsync(
                        () -> {
                            callers.add(Thread.currentThread());
                            arrived.incrementAndGet();
                            return flight.get();
                        },
                        threads))
                .toList();
        Awaitility.await()
                .until(() -> arrived.get() == THREADS
                        && callers.stream().allMatch(caller -> caller.getState() == Thread.State.WAITING));
        return results;
    }

    private static void await(CountDownLatch latch) {
        try {
            latch.await();
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw interrupted();
        }
    }
}
