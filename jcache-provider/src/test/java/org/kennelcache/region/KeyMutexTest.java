package org.kennelcache.region;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalStateException;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.time.Duration;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Random;
import java.util.concurrent.Callable;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.TimeUnit;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class KeyMutexTest {

    private static final Duration PATIENCE = Duration.ofSeconds(20);
    private static final int THREADS = 8;
    private static final int ROUNDS = 2_000;

    private final KeyMutex<Key> mutex = new KeyMutex<>();

    /** A key whose hash code can be that of others. */
    private record Key(int number, int hash) {

        @Override
        public int hashCode() {
            return hash;
        }
    }

    @Test
    void lock_ofOneKey_isHeldByOneThreadAtATime() throws Exception {
        Key key = new Key(1, 1);
        int[] count = {0};

        inParallel(random -> {
            mutex.lock(key);
            try {
                count[0]++;
            } finally {
                mutex.unlock(key);
            }
        });

        assertThat(count[0]).isEqualTo(THREADS * ROUNDS);
    }

    @Test
    void lock_isReentrant() {
        Key key = new Key(1, 1);

        mutex.lock(key);
        mutex.lock(key);
        mutex.lockAll(List.of(key, new Key(2, 2)));
        mutex.unlockAll(List.of(key, new Key(2, 2)));
        mutex.unlock(key);
        mutex.unlock(key);

        assertThat(isFree(key)).isTrue();
    }

    @Test
    void lock_keepsOtherThreadsOut() {
        Key key = new Key(1, 1);
        mutex.lock(key);

        assertThat(isFree(key)).isFalse();
        assertThat(isFree(new Key(2, 1))).isTrue();

        mutex.unlock(key);
        assertThat(isFree(key)).isTrue();
    }

    @Test
    void lock_closedWhileItWaits_isRefused() throws Exception {
        Key key = new Key(1, 1);
        mutex.lock(key);
        CompletableFuture<Void> waiting = CompletableFuture.runAsync(() -> mutex.lock(key));
        mutex.close();

        mutex.unlock(key);

        assertThatThrownBy(() -> waiting.get(20, TimeUnit.SECONDS)).hasCauseInstanceOf(IllegalStateException.class);
    }

    @Test
    void lockAll_closed_isRefusedAndHoldsNothing() {
        List<Key> batch = List.of(new Key(1, 1), new Key(2, 1), new Key(3, 3));
        mutex.close();

        assertThatIllegalStateException().isThrownBy(() -> mutex.lockAll(batch));
        assertThatIllegalStateException().isThrownBy(() -> mutex.lockAll(batch));
    }

    /** With 1 hash code all keys tie, with 3 some do, with 10 none does. */
    @ParameterizedTest
    @ValueSource(ints = {1, 3, 10})
    void lockAll_ofOverlappingBatches_neverDeadlocksAndExcludes(int hashes) throws Exception {
        List<Key> keys = IntStream.range(0, 10)
                .mapToObj(number -> new Key(number, number % hashes))
                .toList();
        int[] counts = new int[keys.size()];
        int[] expected = new int[keys.size()];
        Object guard = new Object();

        inParallel(random -> {
            List<Key> batch = batch(keys, random);
            mutex.lockAll(batch);
            try {
                batch.forEach(key -> counts[key.number()]++);
            } finally {
                mutex.unlockAll(batch);
            }
            synchronized (guard) {
                batch.forEach(key -> expected[key.number()]++);
            }
        });

        assertThat(counts).isEqualTo(expected);
    }

    @Test
    void lockAll_andSingleLocks_neverDeadlock() throws Exception {
        List<Key> keys = IntStream.range(0, 6)
                .mapToObj(number -> new Key(number, number % 2))
                .toList();
        int[] counts = new int[keys.size()];
        int[] expected = new int[keys.size()];
        Object guard = new Object();

        inParallel(random -> {
            List<Key> batch = random.nextBoolean() ? batch(keys, random) : List.of(keys.get(random.nextInt(6)));
            mutex.lockAll(batch);
            Key inner = batch.get(random.nextInt(batch.size()));
            mutex.lock(inner);
            counts[inner.number()]++;
            mutex.unlock(inner);
            mutex.unlockAll(batch);
            synchronized (guard) {
                expected[inner.number()]++;
            }
        });

        assertThat(counts).isEqualTo(expected);
    }

    private static List<Key> batch(List<Key> keys, Random random) {
        List<Key> shuffled = new ArrayList<>(keys);
        Collections.shuffle(shuffled, random);
        return shuffled.subList(0, 1 + random.nextInt(5));
    }

    private boolean isFree(Key key) {
        Thread thread = new Thread(() -> {
            mutex.lock(key);
            mutex.unlock(key);
        });
        thread.setDaemon(true);
        thread.start();
        try {
            thread.join(100);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
        return !thread.isAlive();
    }

    private interface Work {

        void run(Random random);
    }

    private static void inParallel(Work work) throws Exception {
        ExecutorService executor = Executors.newFixedThreadPool(THREADS);
        List<Callable<Void>> tasks = IntStream.range(0, THREADS)
                .<Callable<Void>>mapToObj(seed -> () -> {
                    Random random = new Random(seed);
                    for (int round = 0; round < ROUNDS; round++) {
                        work.run(random);
                    }
                    return null;
                })
                .toList();
        try {
            for (Future<Void> done : executor.invokeAll(tasks, PATIENCE.toSeconds(), TimeUnit.SECONDS)) {
                assertThat(done.isCancelled()).as("still waiting: a deadlock").isFalse();
                done.get();
            }
        } finally {
            executor.shutdownNow();
        }
    }
}
