package org.kennelcache.atomicity;

import java.net.URI;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.SplittableRandom;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.locks.LockSupport;
import javax.cache.Cache;
import javax.cache.Caching;
import javax.cache.spi.CachingProvider;
import org.kennelcache.dogpile.Region;

/**
 * A JVM whose threads get or create batches of keys that overlap with those of everybody else, and remove half of them
 * again, for some time. Prints a line when it is over; a batch that is not complete, or comes too late, ends the
 * process with a status that is not 0.
 */
final class Batcher {

    static final String OVER = "over";

    private static final int THREADS = 4;
    private static final int KEYS = 40;
    private static final int BATCH = 10;
    private static final long CREATION_NANOS = TimeUnit.MILLISECONDS.toNanos(2);

    private final Cache<String, String> cache;
    private final Region<String, String> region;

    @SuppressWarnings("unchecked") // the cache's own types
    private Batcher(Cache<String, String> cache) {
        this.cache = cache;
        this.region = cache.unwrap(Region.class);
    }

    /** Arguments: the URI of the configuration, for how many seconds, and a seed that no other JVM has. */
    public static void main(String[] arguments) throws Exception {
        long nanos = TimeUnit.SECONDS.toNanos(Long.parseLong(arguments[1]));
        int seed = Integer.parseInt(arguments[2]);
        ExecutorService threads = Executors.newFixedThreadPool(THREADS);
        try (CachingProvider provider = Caching.getCachingProvider()) {
            Batcher batcher = new Batcher(Worker.cache(provider, URI.create(arguments[0])));
            List<Future<?>> running = new ArrayList<>();
            for (int thread = 0; thread < THREADS; thread++) {
                SplittableRandom random = new SplittableRandom(seed * THREADS + thread);
                running.add(threads.submit(() -> batcher.run(nanos, random)));
            }
            for (Future<?> each : running) {
                each.get();
            }
        } finally {
            threads.shutdownNow();
        }
        System.out.println(OVER);
    }

    private void run(long nanos, SplittableRandom random) {
        long begun = System.nanoTime();
        while (System.nanoTime() - begun < nanos) {
            Set<String> keys = new HashSet<>();
            while (keys.size() < BATCH) {
                keys.add("batched-" + random.nextInt(KEYS));
            }
            Map<String, String> given = region.getOrCreateMulti(keys, Batcher::create);
            if (!given.equals(values(keys))) {
                throw new IllegalStateException("asked for " + keys + ", was given " + given);
            }
            keys.removeIf(key -> random.nextBoolean());
            cache.removeAll(keys);
        }
    }

    private static Map<String, String> create(Set<String> missing) {
        LockSupport.parkNanos(CREATION_NANOS);
        return values(missing);
    }

    private static Map<String, String> values(Set<String> keys) {
        Map<String, String> values = new HashMap<>();
        keys.forEach(key -> values.put(key, "value of " + key));
        return values;
    }
}
