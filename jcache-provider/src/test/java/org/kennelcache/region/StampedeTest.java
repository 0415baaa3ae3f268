package org.kennelcache.region;

import static java.util.stream.Collectors.toSet;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.awaitility.Awaitility.await;

import java.time.Duration;
import java.time.InstantSource;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.Set;
import java.util.SplittableRandom;
import java.util.concurrent.Callable;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.FutureTask;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.concurrent.atomic.LongAdder;
import java.util.concurrent.locks.LockSupport;
import java.util.stream.IntStream;
import javax.cache.expiry.EternalExpiryPolicy;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.kennelcache.Faces;
import org.kennelcache.dogpile.CreationOptions;
import org.kennelcache.dogpile.FailurePolicy;
import org.kennelcache.dogpile.StalePolicy;
import org.kennelcache.spi.Backend;
import org.kennelcache.spi.BackendException;
import org.kennelcache.spi.ForwardingBackend;
import org.kennelcache.spi.MapBackend;
import org.kennelcache.spi.Mutex;
import org.kennelcache.spi.MutexProvider;

/** Many real threads that want the same values, in one JVM and in several. */
@Timeout(120)
class StampedeTest {

    private static final int THREADS = 16;

    private final ExecutorService threads = Executors.newCachedThreadPool();
    private final Backend backend = new MapBackend(InstantSource.system());
    private final Map<String, LongAdder> creations = new ConcurrentHashMap<>();

    @AfterEach
    void stop() throws InterruptedException {
        threads.shutdownNow();
        assertThat(threads.awaitTermination(10, TimeUnit.SECONDS)).isTrue();
    }

    private Region<String, String> region(Storage storage) {
        DogpileSettings.Locks locks = new DogpileSettings.Locks(
                true, Duration.ofSeconds(30), Duration.ofMillis(20), Duration.ofSeconds(60), new SystemTimer("test"));
        return new Region<>(
                new RegionSettings<>(
                        storage,
                        String.class,
                        String.class,
                        true,
                        getClass().getClassLoader(),
                        new EternalExpiryPolicy(),
                        null,
                        false,
                        null,
                        false,
                        0,
                        null,
                        new Clocks(InstantSource.system(), System::nanoTime, LockSupport::parkNanos),
                        new Random(),
                        threads,
                        threads,
                        new DogpileSettings(null, null, null, 0, null, false, locks)),
                Faces.<String, String>named("cache"));
    }

    /** JVMs that share their values, if they are several. */
    private List<Dogpiles<String, String>> jvms(int number) {
        Storage storage = number == 1 ? new Storage.Heap() : BackendStorage.on(backend);
        return IntStream.range(0, number)
                .mapToObj(i -> region(storage).dogpiles())
                .toList();
    }

    private String create(String key) {
        creations.computeIfAbsent(key, absent -> new LongAdder()).increment();
        LockSupport.parkNanos(TimeUnit.MILLISECONDS.toNanos(20));
        return "made " + key;
    }

    private Map<String, String> createAll(Set<String> keys) {
        Map<String, String> made = new HashMap<>();
        keys.forEach(key -> made.put(key, create(key)));
        return made;
    }

    private static Set<String> keys(int number) {
        return IntStream.range(0, number).mapToObj(i -> "key " + i).collect(toSet());
    }

    /** Runs a task on each JVM's threads, all at the same time, and gives what they gave. */
    private <T> List<T> stampede(List<Dogpiles<String, String>> jvms, Task<T> task) throws Exception {
        CountDownLatch start = new CountDownLatch(1);
        List<Future<T>> running = new ArrayList<>();
        for (Dogpiles<String, String> jvm : jvms) {
            for (int thread = 0; thread < THREADS; thread++) {
                int number = thread;
                Callable<T> waiting = () -> {
                    start.await();
                    return task.run(jvm, number);
                };
                running.add(threads.submit(waiting));
            }
        }
        start.countDown();
        List<T> given = new ArrayList<>();
        for (Future<T> each : running) {
            given.add(each.get());
        }
        return given;
    }

    /** What one thread does. */
    private interface Task<T> {
        T run(Dogpiles<String, String> jvm, int thread) throws Exception;
    }

    @ParameterizedTest
    @ValueSource(ints = {1, 4})
    void getOrCreate_ofOneKey_createsOnce(int number) throws Exception {
        List<String> given = stampede(
                jvms(number), (jvm, thread) -> jvm.getOrCreate("key", this::create, CreationOptions.defaults()));

        assertThat(given).containsOnly("made key");
        assertThat(creations.get("key").sum()).isEqualTo(1);
    }

    @ParameterizedTest
    @ValueSource(ints = {1, 4})
    void getOrCreateAll_ofManyKeys_createsEachOnce(int number) throws Exception {
        Set<String> keys = keys(30);

        List<Map<String, String>> given = stampede(
                jvms(number), (jvm, thread) -> jvm.getOrCreateAll(keys, this::createAll, CreationOptions.defaults()));

        assertThat(given).allSatisfy(values -> assertThat(values).containsOnlyKeys(keys));
        assertThat(creations)
                .hasSize(30)
                .allSatisfy((key, calls) -> assertThat(calls.sum()).isEqualTo(1));
    }

    @ParameterizedTest
    @ValueSource(ints = {1, 3})
    void getOrCreateAll_ofOverlappingBatches_endsAndCreatesEachOnce(int number) throws Exception {
        List<String> all = List.copyOf(keys(40));

        stampede(jvms(number), (jvm, thread) -> {
            SplittableRandom random = new SplittableRandom(thread);
            for (int round = 0; round < 20; round++) {
                Set<String> some = new HashSet<>();
                while (some.size() < 10) {
                    some.add(all.get(random.nextInt(all.size())));
                }
                assertThat(jvm.getOrCreateAll(some, this::createAll, CreationOptions.defaults()))
                        .containsOnlyKeys(some);
            }
            return null;
        });

        assertThat(creations).allSatisfy((key, calls) -> assertThat(calls.sum()).isEqualTo(1));
    }

    @Test
    void creatorThatFails_forThoseThatWait_isFollowedByOneThatTries() throws Exception {
        AtomicInteger calls = new AtomicInteger();
        List<Object> given = stampede(jvms(1), (jvm, thread) -> {
            try {
                return jvm.getOrCreate("key", key -> failingFirst(calls), CreationOptions.defaults());
            } catch (IllegalStateException e) {
                return e;
            }
        });

        assertThat(calls).hasValue(2);
        assertThat(given).filteredOn(IllegalStateException.class::isInstance).hasSize(1);
        assertThat(given).filteredOn("made"::equals).hasSize(THREADS - 1);
    }

    private static String failingFirst(AtomicInteger calls) {
        LockSupport.parkNanos(TimeUnit.MILLISECONDS.toNanos(200));
        if (calls.incrementAndGet() == 1) {
            throw new IllegalStateException("broken");
        }
        return "made";
    }

    @Test
    void close_whileSomebodyWaits_keepsThatOneFromCreating() throws Exception {
        Region<String, String> region = region(new Storage.Heap());
        CountDownLatch creating = new CountDownLatch(1);
        CountDownLatch failing = new CountDownLatch(1);
        threads.execute(() -> region.dogpiles()
                .getOrCreate(
                        "key",
                        key -> {
                            creating.countDown();
                            awaitUninterruptibly(failing);
                            throw new IllegalStateException("broken");
                        },
                        CreationOptions.defaults()));
        creating.await();
        FutureTask<String> wait = waiting(region.dogpiles(), CreationOptions.defaults());

        region.close();
        failing.countDown();

        assertThatThrownBy(wait::get).hasRootCauseMessage("the cache is closed");
        assertThat(creations).isEmpty();
    }

    @Test
    void storeThatFails_forThoseThatWait_isNotAskedOnceMore() throws Exception {
        FailingLocks failing = new FailingLocks(backend);
        Dogpiles<String, String> jvm = region(BackendStorage.on(failing)).dogpiles();
        Future<String> holder = threads.submit(() -> jvm.getOrCreate("key", this::create, CreationOptions.defaults()));
        failing.asked.await();
        FutureTask<String> wait = waiting(jvm, CreationOptions.defaults());

        failing.answer.countDown();

        assertThatThrownBy(holder::get).hasCauseInstanceOf(BackendException.class);
        assertThatThrownBy(wait::get).hasCauseInstanceOf(BackendException.class);
        assertThat(failing.attempts).hasValue(1);
        assertThat(creations).isEmpty();
    }

    /** A backend that takes its time to say that it can't lock. */
    private static final class FailingLocks extends ForwardingBackend implements MutexProvider, Mutex {

        private final CountDownLatch asked = new CountDownLatch(1);
        private final CountDownLatch answer = new CountDownLatch(1);
        private final AtomicInteger attempts = new AtomicInteger();

        FailingLocks(Backend next) {
            super(next);
        }

        @Override
        public Mutex mutex(String name) {
            return this;
        }

        @Override
        public boolean tryAcquire(String token, Duration lease) {
            attempts.incrementAndGet();
            asked.countDown();
            awaitUninterruptibly(answer);
            throw new BackendException(BackendException.Reason.TIMEOUT, "no answer", null);
        }

        @Override
        public boolean renew(String token, Duration lease) {
            return false;
        }

        @Override
        public boolean release(String token) {
            return false;
        }

        @Override
        public boolean isLocked() {
            return false;
        }
    }

    /** A thread that waits for what another one creates. */
    private FutureTask<String> waiting(Dogpiles<String, String> jvm, CreationOptions<String> options) {
        FutureTask<String> wait = new FutureTask<>(() -> jvm.getOrCreate("key", this::create, options));
        Thread waiter = new Thread(wait);
        waiter.start();
        await().until(() -> waiter.getState() == Thread.State.TIMED_WAITING);
        return wait;
    }

    @Test
    void creatorThatFails_withAllFail_failsForThoseThatWait() throws Exception {
        CreationOptions<String> options = CreationOptions.<String>builder()
                .failurePolicy(FailurePolicy.ALL_FAIL)
                .build();
        Dogpiles<String, String> jvm = jvms(1).get(0);
        CountDownLatch creating = new CountDownLatch(1);
        CountDownLatch failing = new CountDownLatch(1);
        IllegalStateException broken = new IllegalStateException("broken");
        Future<String> holder = threads.submit(() -> jvm.getOrCreate(
                "key",
                key -> {
                    creating.countDown();
                    awaitUninterruptibly(failing);
                    throw broken;
                },
                options));
        creating.await();
        FutureTask<String> wait = waiting(jvm, options);

        failing.countDown();

        assertThatThrownBy(wait::get).hasCause(broken);
        assertThatThrownBy(holder::get).hasCause(broken);
        assertThat(creations).isEmpty();
    }

    private static void awaitUninterruptibly(CountDownLatch latch) {
        boolean interrupted = false;
        while (latch.getCount() > 0) {
            try {
                latch.await();
            } catch (InterruptedException e) {
                interrupted = true;
            }
        }
        if (interrupted) {
            Thread.currentThread().interrupt();
        }
    }

    @ParameterizedTest
    @EnumSource(
            value = StalePolicy.class,
            names = {"WHILE_REGENERATING", "ON_ERROR"})
    void staleValue_whileItIsMadeAnew_isGivenToAllOthers(StalePolicy policy) throws Exception {
        List<Dogpiles<String, String>> jvms = jvms(4);
        jvms.get(0).getOrCreate("key", key -> "old", CreationOptions.defaults());
        LockSupport.parkNanos(TimeUnit.MILLISECONDS.toNanos(20));
        CountDownLatch served = new CountDownLatch(4 * THREADS - 1);
        CreationOptions<String> options = CreationOptions.<String>builder()
                .expiration(Duration.ofMillis(10))
                .stalePolicy(policy)
                .build();

        List<String> given = stampede(jvms, (jvm, thread) -> {
            String value = jvm.getOrCreate(
                    "key",
                    key -> {
                        creations
                                .computeIfAbsent(key, absent -> new LongAdder())
                                .increment();
                        awaitUninterruptibly(served);
                        return "new";
                    },
                    options);
            served.countDown();
            return value;
        });

        assertThat(creations.get("key").sum()).isEqualTo(1);
        assertThat(given).filteredOn("old"::equals).hasSize(4 * THREADS - 1);
        assertThat(given).filteredOn("new"::equals).hasSize(1);
    }
}
