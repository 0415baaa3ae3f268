package org.kennelcache.region;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.CountDownLatch;
import javax.cache.integration.CacheLoader;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Counts are exact whatever threads count, and averages are those of the operations. */
class RegionStatisticsTest {

    private final RegionSetup<String> setup = new RegionSetup<>();

    /** One thread, some, and many more than have a tally of their own. */
    @ParameterizedTest
    @ValueSource(ints = {1, 10, 300})
    void counts_ofThreadsAtOnce_areExact(int threads) throws Exception {
        Region<String, String> region = setup.create();
        CountDownLatch start = new CountDownLatch(1);
        List<Thread> counting = new ArrayList<>();
        for (int i = 0; i < threads; i++) {
            String key = "key" + i;
            Thread thread = new Thread(() -> {
                awaitUninterruptibly(start);
                for (int round = 0; round < 100; round++) {
                    doOneOfEach(region, key);
                }
            });
            thread.start();
            counting.add(thread);
        }

        start.countDown();
        for (Thread thread : counting) {
            thread.join();
        }

        assertThat(counts(region)).containsOnly(100L * threads);
    }

    @Test
    void counts_ofThreadsThatEnded_stay() throws Exception {
        Region<String, String> region = setup.create();

        for (int i = 0; i < 300; i++) {
            Thread thread = new Thread(() -> doOneOfEach(region, "key"));
            thread.start();
            thread.join();
        }

        assertThat(counts(region)).containsOnly(300L);
    }

    @Test
    void counts_whileThreadsComeAndGo_neverFall() throws Exception {
        Region<String, String> region = setup.create();
        Thread counting = new Thread(() -> {
            for (int i = 0; i < 1_000; i++) {
                Thread thread = new Thread(() -> region.put("key", "1"));
                thread.start();
                joinUninterruptibly(thread);
            }
        });
        counting.start();

        long last = 0;
        while (counting.isAlive()) {
            long puts = region.statistics().puts();
            assertThat(puts).isGreaterThanOrEqualTo(last);
            last = puts;
        }

        assertThat(region.statistics().puts()).isEqualTo(1_000);
    }

    @Test
    void clear_whileOthersRead_neverShowsANegativeCount() {
        Region<String, String> region = setup.create();
        Thread clearing = new Thread(() -> {
            for (int i = 0; i < 20_000; i++) {
                region.get("absent");
                region.statistics().clear();
            }
        });
        clearing.start();

        while (clearing.isAlive()) {
            assertThat(region.statistics().misses()).isNotNegative();
        }
    }

    @Test
    void clear_setsCountsAndAveragesToZero() {
        Region<String, String> region = setup.readThrough(new SlowLoader()).create();
        doOneOfEach(region, "key");

        region.statistics().clear();

        assertThat(counts(region)).containsOnly(0L);
        assertThat(region.statistics().averageGetMicros()).isZero();
    }

    @Test
    void averages_areMicrosecondsOfTheirOwnOperations() {
        SlowLoader loader = new SlowLoader();
        Region<String, String> region = setup.readThrough(loader).create();

        loader.millis = 2;
        region.get("a");
        loader.millis = 4;
        region.get("b");

        assertThat(region.statistics().averageGetMicros()).isEqualTo(3_000f);
        assertThat(region.statistics().averagePutMicros()).isZero();
        assertThat(region.statistics().averageRemoveMicros()).isZero();
    }

    @Test
    void averages_ofManyKeysAtOnce_divideByThem() {
        SlowLoader loader = new SlowLoader();
        Region<String, String> region = setup.readThrough(loader).create();
        loader.millis = 10;

        region.getAll(Set.of("a", "b", "c", "d", "e"));

        assertThat(region.statistics().averageGetMicros()).isEqualTo(2_000f);
    }

    @Test
    void averages_ofManyOperations_areThoseOfAll() {
        SlowLoader loader = new SlowLoader();
        Region<String, String> region = setup.readThrough(loader).create();
        loader.millis = 2;

        for (int i = 0; i < 50_000; i++) {
            region.get("key");
            region.clear();
        }

        assertThat(region.statistics().averageGetMicros()).isCloseTo(2_000f, within(1f));
    }

    @Test
    void averages_ofFewOperations_areExact() {
        SlowLoader loader = new SlowLoader();
        Region<String, String> region = setup.readThrough(loader).create();
        for (int i = 1; i < 128; i++) {
            loader.millis = 1;
            region.get("key" + i);
        }
        loader.millis = 129;
        region.get("slow");

        assertThat(region.statistics().averageGetMicros()).isEqualTo(2_000f);
    }

    @ParameterizedTest
    @ValueSource(booleans = {true, false})
    void bulkOperations_onNothing_countNothing(boolean guarded) {
        Region<String, String> region = (guarded ? setup.writeThrough(new CallLog<>()) : setup).create();

        region.getAll(Set.of());
        region.putAll(Map.of());
        region.removeAll(Set.of());
        region.removeAll();

        assertThat(counts(region)).containsOnly(0L);
        assertThat(region.statistics().averageGetMicros()).isZero();
        assertThat(region.statistics().averagePutMicros()).isZero();
        assertThat(region.statistics().averageRemoveMicros()).isZero();
    }

    @Test
    void averages_ofThreadsThatGoOnFromOthers_areThoseOfAll() throws Exception {
        SlowLoader loader = new SlowLoader();
        Region<String, String> region = setup.readThrough(loader).create();

        for (int thread = 0; thread < 200; thread++) {
            loader.millis = thread < 100 ? 1 : 2;
            Thread reader = new Thread(() -> {
                for (int i = 0; i < 10; i++) {
                    region.get("key");
                    region.clear();
                }
            });
            reader.start();
            reader.join();
        }

        assertThat(region.statistics().averageGetMicros()).isCloseTo(1_500f, within(1f));
    }

    @Test
    void disabled_countsNothing() {
        Region<String, String> region = setup.create();
        region.statistics().setEnabled(false);

        doOneOfEach(region, "key");

        assertThat(counts(region)).containsOnly(0L);
        assertThat(region.statistics().averagePutMicros()).isZero();
    }

    private static void doOneOfEach(Region<String, String> region, String key) {
        region.put(key, "1");
        region.get(key);
        region.remove(key);
        region.getAndRemove(key);
    }

    /** Hits, misses, puts, removals: one of each for each {@link #doOneOfEach}. */
    private static List<Long> counts(Region<?, ?> region) {
        Statistics statistics = region.statistics();
        return List.of(statistics.hits(), statistics.misses(), statistics.puts(), statistics.removals());
    }

    private static void awaitUninterruptibly(CountDownLatch latch) {
        try {
            latch.await();
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }

    private static void joinUninterruptibly(Thread thread) {
        try {
            thread.join();
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }

    /** Takes its time. */
    private final class SlowLoader implements CacheLoader<String, String> {

        private long millis;

        @Override
        public String load(String key) {
            setup.clock().advance(millis);
            return "loaded";
        }

        @Override
        public Map<String, String> loadAll(Iterable<? extends String> keys) {
            setup.clock().advance(millis);
            return Map.of();
        }
    }
}
