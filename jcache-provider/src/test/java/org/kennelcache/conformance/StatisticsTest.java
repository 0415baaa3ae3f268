package org.kennelcache.conformance;

import static org.assertj.core.api.Assertions.assertThat;

import java.lang.management.ManagementFactory;
import java.util.List;
import java.util.concurrent.Callable;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.stream.IntStream;
import javax.cache.Cache;
import javax.cache.configuration.MutableConfiguration;
import javax.cache.management.CacheStatisticsMXBean;
import javax.management.JMX;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** The sums and averages that the statistics bean shows. */
class StatisticsTest extends Conformance {

    private Cache<String, String> cache;
    private CacheStatisticsMXBean statistics;

    @BeforeEach
    void createCache() {
        cache = cache(new MutableConfiguration<String, String>().setStatisticsEnabled(true));
        statistics = JMX.newMXBeanProxy(
                ManagementFactory.getPlatformMBeanServer(),
                Counts.beans("CacheStatistics", cache.getName()).iterator().next(),
                CacheStatisticsMXBean.class);
    }

    @Test
    void everything_beforeAnythingHappened_isZero() {
        assertThat(Counts.of(cache)).isEqualTo(Counts.NONE);
        assertThat(statistics.getCacheGets()).isZero();
        assertThat(statistics.getCacheHitPercentage()).isZero();
        assertThat(statistics.getCacheMissPercentage()).isZero();
        assertThat(statistics.getAverageGetTime()).isZero();
        assertThat(statistics.getAveragePutTime()).isZero();
        assertThat(statistics.getAverageRemoveTime()).isZero();
    }

    @Test
    void gets_areHitsAndMisses() {
        cache.put(KEY, NEW);
        cache.get(KEY);
        cache.get("a");
        cache.get("b");
        cache.get("c");

        assertThat(statistics.getCacheGets()).isEqualTo(4);
        assertThat(statistics.getCacheHitPercentage()).isEqualTo(25f);
        assertThat(statistics.getCacheMissPercentage()).isEqualTo(75f);
    }

    @Test
    void averages_divideByTheirOwnOperations() {
        cache.put(KEY, NEW);
        assertThat(statistics.getAveragePutTime()).isPositive();
        assertThat(statistics.getAverageGetTime()).isZero();

        cache.get(KEY);
        assertThat(statistics.getAverageGetTime()).isPositive();
        assertThat(statistics.getAverageRemoveTime()).isZero();

        cache.remove(KEY);
        assertThat(statistics.getAverageRemoveTime()).isPositive();
    }

    @Test
    void clear_setsEverythingToZero() {
        cache.put(KEY, NEW);
        cache.get(KEY);
        cache.get("absent");
        cache.remove(KEY);

        statistics.clear();

        everything_beforeAnythingHappened_isZero();
        cache.get(KEY);
        assertThat(Counts.of(cache)).isEqualTo(Counts.NONE.miss());
    }

    @Test
    void disabled_countsNothingAndKeepsWhatWasCounted() {
        cache.put(KEY, NEW);
        manager.enableStatistics(cache.getName(), false);
        cache.get(KEY);
        manager.enableStatistics(cache.getName(), true);

        assertThat(Counts.of(cache)).isEqualTo(Counts.NONE.put());
    }

    @Test
    void counts_ofManyThreads_areExact() throws Exception {
        int threads = 100;
        int rounds = 200;
        ExecutorService executor = Executors.newFixedThreadPool(threads);
        List<Callable<Void>> tasks = IntStream.range(0, threads)
                .<Callable<Void>>mapToObj(thread -> () -> {
                    for (int round = 0; round < rounds; round++) {
                        cache.put("key" + thread, NEW);
                        cache.get("key" + thread);
                        cache.get("absent");
                        cache.remove("key" + thread);
                    }
                    return null;
                })
                .toList();

        for (Future<Void> done : executor.invokeAll(tasks)) {
            done.get();
        }
        executor.shutdown();

        long each = (long) threads * rounds;
        assertThat(Counts.of(cache)).isEqualTo(new Counts(each, each, each, each, 0));
    }
}
