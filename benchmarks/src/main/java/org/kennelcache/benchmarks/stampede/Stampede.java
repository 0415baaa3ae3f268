package org.kennelcache.benchmarks.stampede;

import java.net.URI;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.Callable;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.TimeUnit;
import javax.cache.Cache;
import javax.cache.Caching;
import javax.cache.configuration.MutableConfiguration;
import javax.cache.integration.CacheLoader;
import javax.cache.spi.CachingProvider;

/**
 * One JVM of a stampede: its threads ask a read-through cache for one cold key after the other, each at a moment that
 * all JVMs know. Prints {@code loaded} for each load and {@code took MICROSECONDS} for each answer; at last one of the
 * JVMs prints
 * {@code hit MICROSECONDS}, the median of reads by one thread of what is there.
 */
public final class Stampede {

    private static final int HITS = 20_000;
    private static final String WARM_UP = "warm-up-";

    /** How many keys could be asked for before hits are measured: the server's commands are read meanwhile. */
    private static final int PAUSE = 3;

    private static final long NANOS_PER_MICRO = 1_000;

    private final Cache<String, String> cache;
    private final Plan plan;

    private Stampede(Cache<String, String> cache, Plan plan) {
        this.cache = cache;
        this.plan = plan;
    }

    /** How many threads and keys, how long a load takes, and when the first key is asked for, in milliseconds. */
    private record Plan(int threads, int keys, long load, long start) {

        /** When a key is asked for, in milliseconds since the epoch: when all have heard of the one before. */
        long moment(int key) {
            return start + key * (load + 500);
        }

        /** Waits for the moment of a key. */
        void await(int key) throws InterruptedException {
            TimeUnit.MILLISECONDS.sleep(Math.max(0, moment(key) - System.currentTimeMillis()));
        }
    }

    /**
     * Arguments: the URI of the configuration; threads, keys, milliseconds of a load, milliseconds of the start, which
     * JVM.
     */
    public static void main(String[] arguments) throws Exception {
        Plan plan = new Plan(
                Integer.parseInt(arguments[1]),
                Integer.parseInt(arguments[2]),
                Long.parseLong(arguments[3]),
                Long.parseLong(arguments[4]));
        try (CachingProvider provider = Caching.getCachingProvider()) {
            Cache<String, String> cache = provider.getCacheManager(URI.create(arguments[0]), null)
                    .createCache(
                            "stampede",
                            new MutableConfiguration<String, String>()
                                    .setTypes(String.class, String.class)
                                    .setReadThrough(true)
                                    .setCacheLoaderFactory(() -> new Loader(plan.load)));
            Stampede stampede = new Stampede(cache, plan);
            stampede.read(WARM_UP + arguments[5]);
            stampede.run().forEach(micros -> System.out.println("took " + micros));
            if (arguments[5].equals("0")) {
                plan.await(plan.keys + PAUSE);
                System.out.println("hit " + stampede.medianHit());
            }
        }
    }

    private List<Long> run() throws Exception {
        ExecutorService threads = Executors.newFixedThreadPool(plan.threads);
        try {
            List<Callable<List<Long>>> asking = new ArrayList<>();
            for (int i = 0; i < plan.threads; i++) {
                asking.add(this::ask);
            }
            List<Long> taken = new ArrayList<>();
            for (Future<List<Long>> each : threads.invokeAll(asking)) {
                taken.addAll(each.get());
            }
            return taken;
        } finally {
            threads.shutdownNow();
        }
    }

    private List<Long> ask() throws InterruptedException {
        List<Long> taken = new ArrayList<>();
        for (int key = 0; key < plan.keys; key++) {
            plan.await(key);
            taken.add(read("key-" + key) / NANOS_PER_MICRO);
        }
        return taken;
    }

    private long read(String key) {
        long begun = System.nanoTime();
        if (cache.get(key) == null) {
            throw new IllegalStateException("no value of " + key);
        }
        return System.nanoTime() - begun;
    }

    private double medianHit() {
        long[] nanos = new long[HITS];
        Arrays.setAll(nanos, i -> read("key-0"));
        Arrays.sort(nanos);
        return (double) nanos[HITS / 2] / NANOS_PER_MICRO;
    }

    /** Takes its time. */
    private record Loader(long millis) implements CacheLoader<String, String> {

        @Override
        public String load(String key) {
            if (!key.startsWith(WARM_UP)) {
                System.out.println("loaded");
            }
            try {
                TimeUnit.MILLISECONDS.sleep(millis);
            } catch (InterruptedException e) {
                Thread.currentThread().interrupt();
            }
            return "value of " + key;
        }

        @Override
        public Map<String, String> loadAll(Iterable<? extends String> keys) {
            Map<String, String> loaded = new HashMap<>();
            keys.forEach(key -> loaded.put(key, load(key)));
            return loaded;
        }
    }
}
