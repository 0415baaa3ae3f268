package org.kennelcache.atomicity;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.URI;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.Callable;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.locks.LockSupport;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import javax.cache.Cache;
import javax.cache.Caching;
import javax.cache.configuration.MutableConfiguration;
import javax.cache.integration.CacheLoader;
import javax.cache.spi.CachingProvider;

/**
 * A JVM whose threads all ask a read-through cache for the same values when its standard input ends. Prints each load,
 * and at last what it was given.
 */
final class Asker {

    static final String READY = "ready";
    static final String LOADED = "loaded ";
    static final String GIVEN = "given ";

    private static final int THREADS = 16;
    private static final long LOAD_NANOS = TimeUnit.MILLISECONDS.toNanos(30);

    private Asker() {}

    /** Arguments: the URI of the configuration, and how many keys. */
    public static void main(String[] arguments) throws Exception {
        try (CachingProvider provider = Caching.getCachingProvider()) {
            Cache<String, String> cache = cache(provider, URI.create(arguments[0]));
            Set<String> keys = keys(Integer.parseInt(arguments[1]));
            cache.containsKey("any"); // connects
            System.out.println(READY);
            awaitEndOfInput();
            ask(cache, keys).forEach(values -> System.out.println(GIVEN + values.size()));
        }
    }

    static Set<String> keys(int number) {
        return IntStream.range(0, number).mapToObj(i -> "key-" + i).collect(Collectors.toSet());
    }

    private static Cache<String, String> cache(CachingProvider provider, URI configuration) {
        return provider.getCacheManager(configuration, null)
                .createCache(
                        Worker.CACHE,
                        new MutableConfiguration<String, String>()
                                .setTypes(String.class, String.class)
                                .setReadThrough(true)
                                .setCacheLoaderFactory(Loader::new));
    }

    /** Each thread asks for all, by one call if there are several. */
    private static List<Map<String, String>> ask(Cache<String, String> cache, Set<String> keys) throws Exception {
        String first = keys.iterator().next();
        return together(() -> keys.size() == 1 ? Map.of(first, cache.get(first)) : cache.getAll(keys));
    }

    /** Does the same in many threads at once. */
    static <T> List<T> together(Callable<T> asking) throws Exception {
        ExecutorService threads = Executors.newFixedThreadPool(THREADS);
        try {
            CountDownLatch start = new CountDownLatch(1);
            List<Future<T>> running = new ArrayList<>();
            for (int thread = 0; thread < THREADS; thread++) {
                running.add(threads.submit(() -> {
                    start.await();
                    return asking.call();
                }));
            }
            start.countDown();
            List<T> given = new ArrayList<>();
            for (Future<T> each : running) {
                given.add(each.get());
            }
            return given;
        } finally {
            threads.shutdownNow();
        }
    }

    /** Only the end of the input matters. */
    static void awaitEndOfInput() {
        try {
            while (System.in.read() >= 0) {
                Thread.onSpinWait();
            }
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** Takes its time. */
    private static final class Loader implements CacheLoader<String, String> {

        @Override
        public String load(String key) {
            System.out.println(LOADED + key);
            LockSupport.parkNanos(LOAD_NANOS);
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
