package org.kennelcache.atomicity;

import java.io.IOException;
import java.io.PrintStream;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.locks.LockSupport;
import javax.cache.Cache;
import javax.cache.CacheException;
import javax.cache.Caching;
import javax.cache.configuration.MutableConfiguration;
import javax.cache.spi.CachingProvider;
import org.jspecify.annotations.Nullable;

/**
 * A JVM that changes a cache with some threads until its standard input ends; then it prints what came of each
 * operation, see {@link Report}. Failures of the cache are outcomes; anything else ends the process with a status that
 * is not 0.
 */
final class Worker implements AutoCloseable {

    static final String CACHE = "shared";
    static final int COUNTERS = 6;
    static final int CHAINS = 3;

    private static final int THREADS = 3;
    private static final long PAUSE_AFTER_FAILURE = TimeUnit.MILLISECONDS.toNanos(20);

    private final String name;
    private final CachingProvider provider = Caching.getCachingProvider();
    private final Cache<String, String> cache;
    private volatile boolean stopped;

    private Worker(URI configuration, String name) {
        this.name = name;
        this.cache = cache(provider, configuration);
    }

    static Cache<String, String> cache(CachingProvider provider, URI configuration) {
        return provider.getCacheManager(configuration, null)
                .createCache(CACHE, new MutableConfiguration<String, String>().setTypes(String.class, String.class));
    }

    /** Arguments: the URI of the configuration, and a name that no other worker has. */
    public static void main(String[] arguments) throws IOException, InterruptedException, ExecutionException {
        try (Worker worker = new Worker(URI.create(arguments[0]), arguments[1])) {
            worker.run();
        }
    }

    private void run() throws IOException, InterruptedException, ExecutionException {
        ExecutorService threads = Executors.newFixedThreadPool(THREADS);
        try {
            List<Future<List<String>>> outcomes = new ArrayList<>();
            for (int i = 0; i < THREADS; i++) {
                String thread = name + "." + i;
                outcomes.add(threads.submit(() -> change(thread)));
            }
            while (System.in.read() >= 0) {
                // Only the end of the input matters.
            }
            stopped = true;
            PrintStream out = new PrintStream(System.out, false, StandardCharsets.UTF_8);
            for (Future<List<String>> lines : outcomes) {
                lines.get().forEach(out::println);
            }
            out.println(Report.END);
            out.flush();
        } finally {
            threads.shutdownNow();
        }
    }

    private List<String> change(String thread) {
        List<String> lines = new ArrayList<>();
        for (int i = 0; !stopped; i++) {
            String counter = Report.counter(i % COUNTERS);
            lines.add(outcome(
                    "count " + counter,
                    () -> cache.invoke(counter, (entry, none) -> {
                        entry.setValue(String.valueOf(entry.exists() ? Long.parseLong(entry.getValue()) + 1 : 1));
                        return "";
                    })));
            String race = "race-" + i;
            lines.add(outcome("race " + race + " " + thread, () -> cache.putIfAbsent(race, thread) ? "won" : "lost"));
            String chain = Report.chain(i % CHAINS);
            String link = thread + "." + i;
            lines.add(outcome("chain " + chain + " " + link, () -> cache.getAndPut(chain, link)));
        }
        return lines;
    }

    private interface Operation {

        @Nullable
        String run();
    }

    private static String outcome(String what, Operation operation) {
        try {
            return what + " done " + operation.run();
        } catch (CacheException e) {
            LockSupport.parkNanos(PAUSE_AFTER_FAILURE);
            return what + " failed " + e.getClass().getSimpleName();
        }
    }

    @Override
    public void close() {
        provider.close();
    }
}
