package org.kennelcache.region;

import static org.assertj.core.api.Assertions.assertThat;
import static org.kennelcache.region.FixedExpiry.millis;

import java.util.HashMap;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.CyclicBarrier;
import java.util.concurrent.atomic.AtomicInteger;
import javax.cache.configuration.CacheEntryListenerConfiguration;
import javax.cache.configuration.MutableCacheEntryListenerConfiguration;
import javax.cache.event.CacheEntryCreatedListener;
import javax.cache.event.CacheEntryExpiredListener;
import javax.cache.expiry.Duration;
import javax.cache.expiry.ModifiedExpiryPolicy;
import javax.cache.integration.CacheLoader;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;
import org.kennelcache.Logs;

/** What only a clock that one can turn, and threads that one can stop, can show. */
class RegionTest {

    private static final String KEY = "key";

    @RegisterExtension
    final Logs logs = new Logs();

    private final RegionSetup<String> setup = new RegionSetup<>();
    private final CallLog<String> log = new CallLog<>();

    @Test
    void blindPut_setsTheDeadlineAnew() {
        Region<String, String> region =
                setup.expiry(new ModifiedExpiryPolicy(millis(20))).create();
        region.put(KEY, "1");
        setup.clock().advance(19);
        region.put(KEY, "2");

        setup.clock().advance(19);
        assertThat(region.get(KEY)).isEqualTo("2");
        setup.clock().advance(1);
        assertThat(region.get(KEY)).isNull();
    }

    @Test
    void update_withoutAnAnswerOfThePolicy_keepsTheDeadline() {
        Region<String, String> region =
                setup.expiry(new FixedExpiry(millis(20), null, null)).create();
        region.put(KEY, "1");
        setup.clock().advance(10);
        region.put(KEY, "2");

        setup.clock().advance(9);
        assertThat(region.get(KEY)).isEqualTo("2");
        setup.clock().advance(1);
        assertThat(region.get(KEY)).isNull();
    }

    @Test
    void read_movesTheDeadline() {
        Region<String, String> region =
                setup.expiry(new FixedExpiry(millis(20), millis(20), null)).create();
        region.put(KEY, "1");

        for (int i = 0; i < 10; i++) {
            setup.clock().advance(19);
            assertThat(region.get(KEY)).isEqualTo("1");
        }

        setup.clock().advance(20);
        assertThat(region.get(KEY)).isNull();
    }

    @Test
    void getAll_whenAnEntryExpiresWhileOthersLoad_givesWhatItHadRead() {
        Region<String, String> region = setup.expiry(new FixedExpiry(millis(20), null, null))
                .readThrough(new SlowLoader())
                .create();
        region.put("present", "put");

        Map<String, String> found = region.getAll(Set.of("present", "absent"));

        assertThat(found).isEqualTo(Map.of("present", "put", "absent", "loaded"));
    }

    @Test
    void sweptEntry_isToldOfInTheBackground() {
        Region<String, String> region = watched();
        region.put(KEY, "1");

        sweep(region);
        assertThat(log.calls()).containsExactly("CREATED key null->1", "CREATED another null->2");
        setup.background().runAll();

        assertThat(log.calls()).last().isEqualTo("EXPIRED key 1->null");
    }

    @Test
    void sweptEntry_thatIsCreatedAnewBeforeItWasToldOf_isToldOfFirst() {
        Region<String, String> region = watched();
        region.put(KEY, "1");
        sweep(region);

        region.put(KEY, "3");
        setup.background().runAll();

        assertThat(log.calls())
                .containsExactly(
                        "CREATED key null->1", "CREATED another null->2", "EXPIRED key 1->null", "CREATED key null->3");
    }

    @Test
    void sweptEntry_ofARegionThatWasClosed_isNotToldOf() {
        Region<String, String> region = watched();
        region.put(KEY, "1");
        sweep(region);
        log.calls().clear();

        region.close();
        setup.background().runAll();

        assertThat(log.calls()).isEmpty();
    }

    @Test
    void listener_thatFailsOnASweptEntry_isLogged() {
        Region<String, String> region =
                setup.expiry(new FixedExpiry(millis(20), null, null)).create();
        CacheEntryExpiredListener<String, String> failing = events -> {
            throw new IllegalStateException("a listener's");
        };
        region.register(new MutableCacheEntryListenerConfiguration<>(() -> failing, null, true, true));
        region.put(KEY, "1");
        sweep(region);

        setup.background().runAll();

        assertThat(logs.failures())
                .singleElement()
                .satisfies(failure -> assertThat(failure).hasRootCauseMessage("a listener's"));
    }

    @Test
    void register_whileAnotherListenerLeaves_isHeardFromThenOn() throws Exception {
        Region<String, String> region = setup.create();
        AtomicInteger heard = new AtomicInteger();
        CyclicBarrier barrier = new CyclicBarrier(2);
        int rounds = 1_000;
        CacheEntryListenerConfiguration<String, String> leaving = created(new AtomicInteger());
        CacheEntryListenerConfiguration<String, String> staying = created(heard);
        Thread other = new Thread(() -> repeat(rounds, () -> {
            region.register(leaving);
            barrier.await();
            region.deregister(leaving);
            barrier.await();
            barrier.await();
        }));
        other.start();

        repeat(rounds, () -> {
            barrier.await();
            region.register(staying);
            barrier.await();
            region.remove(KEY);
            region.put(KEY, "1");
            region.deregister(staying);
            barrier.await();
        });
        other.join();

        assertThat(heard).hasValue(rounds);
    }

    @Test
    void processor_besideAListener_runsOnceForEachInvocation() throws Exception {
        Region<String, Integer> region = new RegionSetup<Integer>().create();
        region.register(new CallLog<Integer>().listener());
        AtomicInteger runs = new AtomicInteger();
        Thread[] threads = new Thread[8];
        for (int i = 0; i < threads.length; i++) {
            threads[i] = new Thread(() -> repeat(
                    500,
                    () -> region.invoke(KEY, (entry, arguments) -> {
                        runs.incrementAndGet();
                        entry.setValue(entry.exists() ? entry.getValue() + 1 : 1);
                        return null;
                    })));
            threads[i].start();
        }
        for (Thread thread : threads) {
            thread.join();
        }

        assertThat(runs).hasValue(4_000);
        assertThat(region.get(KEY)).isEqualTo(4_000);
    }

    private Region<String, String> watched() {
        Region<String, String> region =
                setup.expiry(new FixedExpiry(millis(20), null, null)).create();
        region.register(log.listener());
        return region;
    }

    /** Lets the heap sweep what has expired, by storing something after a long time; nobody has been told yet. */
    private void sweep(Region<String, String> region) {
        setup.background().runAll();
        setup.clock().advance(60_000);
        region.put("another", "2");
        setup.background().runNext();
    }

    private static CacheEntryListenerConfiguration<String, String> created(AtomicInteger count) {
        CacheEntryCreatedListener<String, String> listener = events -> count.incrementAndGet();
        return new MutableCacheEntryListenerConfiguration<>(() -> listener, null, false, true);
    }

    /** Work that may fail. */
    private interface Step {

        void run() throws Exception;
    }

    private static void repeat(int rounds, Step step) {
        try {
            for (int round = 0; round < rounds; round++) {
                step.run();
            }
        } catch (Exception e) {
            throw new AssertionError(e);
        }
    }

    /** Takes an hour for every call. */
    private final class SlowLoader implements CacheLoader<String, String> {

        @Override
        public String load(String key) {
            throw new UnsupportedOperationException();
        }

        @Override
        public Map<String, String> loadAll(Iterable<? extends String> keys) {
            setup.clock().advance(Duration.ONE_HOUR.getAdjustedTime(0));
            Map<String, String> loaded = new HashMap<>();
            keys.forEach(key -> loaded.put(key, "loaded"));
            return loaded;
        }
    }
}
