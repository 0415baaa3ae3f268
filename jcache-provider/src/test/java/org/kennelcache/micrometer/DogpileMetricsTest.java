package org.kennelcache.micrometer;

import static java.util.concurrent.TimeUnit.NANOSECONDS;
import static org.assertj.core.api.Assertions.assertThat;

import io.micrometer.core.instrument.FunctionTimer;
import io.micrometer.core.instrument.MeterRegistry;
import io.micrometer.core.instrument.Tags;
import io.micrometer.core.instrument.simple.SimpleMeterRegistry;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.Future;
import java.util.concurrent.FutureTask;
import javax.cache.Cache;
import javax.cache.configuration.MutableConfiguration;
import org.awaitility.Awaitility;
import org.junit.jupiter.api.AutoClose;
import org.junit.jupiter.api.Test;
import org.kennelcache.dogpile.Invalidation;
import org.kennelcache.dogpile.Region;
import org.kennelcache.jcache.KennelCachingProvider;

class DogpileMetricsTest {

    @AutoClose
    private final KennelCachingProvider provider = new KennelCachingProvider();

    @AutoClose
    private final MeterRegistry registry = new SimpleMeterRegistry();

    private final Cache<String, String> cache =
            provider.getCacheManager().createCache("books", new MutableConfiguration<>());
    private final Region<String, String> region = region();

    @SuppressWarnings("unchecked")
    private Region<String, String> region() {
        return cache.unwrap(Region.class);
    }

    @Test
    void bindTo_cacheOnTheHeap_countsWhatIsMadeAndServed() {
        new DogpileMetrics(cache, Tags.of("application", "shop")).bindTo(registry);

        region.getOrCreate("key", key -> "old");
        region.invalidate(Invalidation.SOFT);
        region.getOrCreate("key", key -> {
            assertThat(region.getOrCreate(key, same -> "never")).isEqualTo("old");
            return "new";
        });

        assertThat(counted("regenerations")).isEqualTo(2);
        assertThat(counted("stale")).isEqualTo(1);
        assertThat(counted("failures")).isZero();
    }

    @Test
    void bindTo_callerThatWaits_countsAndTimesIt() throws Exception {
        new DogpileMetrics(cache, Tags.of("application", "shop")).bindTo(registry);
        CountDownLatch making = new CountDownLatch(1);
        CountDownLatch waiting = new CountDownLatch(1);
        Future<?> maker = started(() -> region.getOrCreate("key", key -> {
            making.countDown();
            return madeAfter(waiting);
        }));
        making.await();
        FutureTask<String> waiter = new FutureTask<>(() -> region.getOrCreate("key", key -> "mine"));
        Thread thread = new Thread(waiter, "waiter");
        thread.start();
        Awaitility.await().until(() -> thread.getState() == Thread.State.TIMED_WAITING);
        waiting.countDown();

        assertThat(waiter.get()).isEqualTo("made");
        maker.get();
        FunctionTimer waits =
                registry.get("kennel.dogpile.waits").tag("cache", "books").functionTimer();
        assertThat(waits.count()).isEqualTo(1);
        assertThat(waits.totalTime(NANOSECONDS)).isPositive();
        assertThat(counted("avoided")).isEqualTo(1);
    }

    private static String madeAfter(CountDownLatch latch) {
        try {
            latch.await();
            return "made";
        } catch (InterruptedException e) {
            throw new IllegalStateException(e);
        }
    }

    private static Future<?> started(Runnable task) {
        FutureTask<?> future = new FutureTask<>(task, null);
        new Thread(future, "maker").start();
        return future;
    }

    private double counted(String name) {
        return registry.get("kennel.dogpile." + name)
                .tags("cache", "books", "application", "shop")
                .functionCounter()
                .count();
    }
}
