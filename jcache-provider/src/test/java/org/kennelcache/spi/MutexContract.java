package org.kennelcache.spi;

import static java.util.stream.Collectors.toMap;
import static java.util.stream.Collectors.toSet;
import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.Callable;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.ThreadLocalRandom;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.concurrent.locks.LockSupport;
import java.util.stream.IntStream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/**
 * What every {@link MutexProvider} has to do. The test of a backend extends this and says how to get one; all of them
 * may be on one server, as every test uses names of its own.
 */
public abstract class MutexContract {

    private static final Duration LONG = Duration.ofMinutes(1);
    private static final Duration SHORT = Duration.ofMillis(300);
    private static final int THREADS = 8;

    private final String name =
            "contract~lock:" + Long.toHexString(ThreadLocalRandom.current().nextLong());
    private Backend backend;
    private Mutex mutex;

    /** A connected backend with mutexes; the test closes it. */
    protected abstract Backend open();

    /** How much later than asked for a lease may end, by the way in which the server counts. */
    protected Duration slack() {
        return Duration.ZERO;
    }

    @BeforeEach
    final void openBackend() {
        backend = open();
        mutex = mutex(backend, name);
    }

    @AfterEach
    final void closeBackend() {
        backend.close();
    }

    private static Mutex mutex(Backend of, String name) {
        return of.capability(MutexProvider.class).orElseThrow().mutex(name);
    }

    @Test
    void isLocked_neverTaken_isFalse() {
        assertThat(mutex.isLocked()).isFalse();
    }

    @Test
    void tryAcquire_free_takesTheLease() {
        assertThat(mutex.tryAcquire("one", LONG)).isTrue();
        assertThat(mutex.isLocked()).isTrue();
    }

    @Test
    void tryAcquire_held_failsAtOnce() {
        mutex.tryAcquire("one", LONG);

        assertThat(mutex.tryAcquire("two", LONG)).isFalse();
    }

    @Test
    void tryAcquire_heldByTheSameToken_fails() {
        mutex.tryAcquire("one", LONG);

        assertThat(mutex.tryAcquire("one", LONG)).isFalse();
    }

    @Test
    void tryAcquire_anotherName_isIndependent() {
        mutex.tryAcquire("one", LONG);

        assertThat(mutex(backend, name + "-other").tryAcquire("two", LONG)).isTrue();
    }

    @Test
    void tryAcquire_fromAnotherClient_seesTheSameLease() {
        mutex.tryAcquire("one", LONG);

        assertThat(mutex(backend, name).tryAcquire("two", LONG)).isFalse();
    }

    @Test
    void tryAcquire_afterTheLeaseEnded_takesIt() {
        mutex.tryAcquire("one", SHORT);

        await().atMost(SHORT.plus(slack()).plusSeconds(5)).until(() -> mutex.tryAcquire("two", LONG));
        assertThat(mutex.release("one")).isFalse();
        assertThat(mutex.isLocked()).isTrue();
    }

    @Test
    void isLocked_afterTheLeaseEnded_isFalse() {
        mutex.tryAcquire("one", SHORT);

        await().atMost(SHORT.plus(slack()).plusSeconds(5)).until(() -> !mutex.isLocked());
    }

    @Test
    void release_byTheHolder_freesTheMutex() {
        mutex.tryAcquire("one", LONG);

        assertThat(mutex.release("one")).isTrue();
        assertThat(mutex.isLocked()).isFalse();
        assertThat(mutex.tryAcquire("two", LONG)).isTrue();
    }

    @Test
    void release_twice_doesNothingTheSecondTime() {
        mutex.tryAcquire("one", LONG);
        mutex.release("one");

        assertThat(mutex.release("one")).isFalse();
    }

    @Test
    void release_byAnotherToken_doesNothing() {
        mutex.tryAcquire("one", LONG);

        assertThat(mutex.release("two")).isFalse();
        assertThat(mutex.isLocked()).isTrue();
    }

    @Test
    void release_neverTaken_doesNothing() {
        assertThat(mutex.release("one")).isFalse();
    }

    @Test
    void renew_byTheHolder_letsTheLeaseOutliveItsFirstEnd() {
        mutex.tryAcquire("one", SHORT);

        assertThat(mutex.renew("one", LONG)).isTrue();

        await().during(SHORT.plus(slack()).multipliedBy(2))
                .atMost(LONG)
                .untilAsserted(() -> assertThat(mutex.isLocked()).isTrue());
    }

    @Test
    void renew_toAShorterTime_endsTheLeaseEarlier() {
        mutex.tryAcquire("one", LONG);

        mutex.renew("one", SHORT);

        await().atMost(SHORT.plus(slack()).plusSeconds(5)).until(() -> !mutex.isLocked());
    }

    @Test
    void renew_byAnotherToken_doesNothing() {
        mutex.tryAcquire("one", LONG);

        assertThat(mutex.renew("two", LONG)).isFalse();
        assertThat(mutex.release("one")).isTrue();
    }

    @Test
    void renew_afterTheLeaseEnded_doesNotTakeItAgain() {
        mutex.tryAcquire("one", SHORT);
        await().atMost(SHORT.plus(slack()).plusSeconds(5)).until(() -> !mutex.isLocked());

        assertThat(mutex.renew("one", LONG)).isFalse();
        assertThat(mutex.isLocked()).isFalse();
    }

    @Test
    void renewAll_someHeldAndSomeNot_renewsThoseThatAreHeld() {
        String other = name + "-other";
        String lost = name + "-lost";
        String free = name + "-free";
        mutex.tryAcquire("one", SHORT);
        mutex(backend, other).tryAcquire("two", SHORT);
        mutex(backend, lost).tryAcquire("three", LONG);

        assertThat(renewAll(Map.of(name, "one", other, "two", lost, "four", free, "five")))
                .containsExactlyInAnyOrder(name, other);

        await().during(SHORT.plus(slack()).multipliedBy(2))
                .atMost(LONG)
                .untilAsserted(() -> assertThat(mutex.isLocked()).isTrue());
        assertThat(mutex(backend, other).release("two")).isTrue();
        assertThat(mutex(backend, lost).release("three")).isTrue();
        assertThat(mutex(backend, free).isLocked()).isFalse();
    }

    @Test
    void renewAll_allHeld_renewsAll() {
        Map<String, String> tokens = IntStream.range(0, 50)
                .boxed()
                .collect(toMap(number -> name + "-" + number, number -> "token-" + number));
        tokens.forEach((each, token) -> mutex(backend, each).tryAcquire(token, LONG));

        assertThat(renewAll(tokens)).isEqualTo(tokens.keySet());
    }

    @Test
    void renewAll_whileTheHolderRenewsAndReleases_keepsItFromNeither() throws Exception {
        ExecutorService timer = Executors.newSingleThreadExecutor();
        try {
            for (int round = 0; round < 200; round++) {
                String token = "t" + round;
                assertThat(mutex.tryAcquire(token, LONG)).isTrue();

                Future<Set<String>> renewals = timer.submit(() -> renewAll(Map.of(name, token)));
                assertThat(mutex.renew(token, LONG)).isTrue();
                assertThat(renewals.get()).containsExactly(name);

                Future<Set<String>> last = timer.submit(() -> renewAll(Map.of(name, token)));
                assertThat(mutex.release(token)).isTrue();
                last.get();
                assertThat(mutex.isLocked()).isFalse();
            }
        } finally {
            timer.shutdownNow();
        }
    }

    private Set<String> renewAll(Map<String, String> tokens) {
        return backend.capability(MutexProvider.class).orElseThrow().renewAll(tokens, LONG);
    }

    @Test
    void tryAcquire_fromManyThreads_isGivenToOneAtATime() throws Exception {
        AtomicInteger holders = new AtomicInteger();
        ExecutorService threads = Executors.newFixedThreadPool(THREADS);
        try {
            List<Future<Set<Integer>>> seen = new ArrayList<>();
            for (Callable<Set<Integer>> contender : contenders(holders)) {
                seen.add(threads.submit(contender));
            }
            for (Future<Set<Integer>> each : seen) {
                assertThat(each.get()).containsExactly(1);
            }
        } finally {
            threads.shutdownNow();
        }
    }

    private List<Callable<Set<Integer>>> contenders(AtomicInteger holders) {
        return IntStream.range(0, THREADS)
                .<Callable<Set<Integer>>>mapToObj(i -> () -> IntStream.range(0, 10)
                        .mapToObj(round -> holdOnce("t" + i + "-" + round, holders))
                        .collect(toSet()))
                .toList();
    }

    /** How many held the lease while this one did, itself included. */
    private int holdOnce(String token, AtomicInteger holders) {
        await().pollInterval(Duration.ofMillis(1)).until(() -> mutex.tryAcquire(token, LONG));
        int together = holders.incrementAndGet();
        LockSupport.parkNanos(1);
        holders.decrementAndGet();
        mutex.release(token);
        return together;
    }
}
