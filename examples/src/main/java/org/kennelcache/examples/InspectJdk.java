package org.kennelcache.examples;

import java.io.PrintStream;
import java.lang.management.ManagementFactory;
import java.util.ArrayList;
import java.util.Collections;
import java.util.Comparator;
import java.util.List;
import java.util.Random;
import java.util.Set;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicInteger;
import javax.cache.Cache;
import javax.cache.CacheManager;
import javax.cache.Caching;
import javax.cache.configuration.Factory;
import javax.cache.configuration.MutableConfiguration;
import javax.cache.spi.CachingProvider;
import javax.management.JMException;
import javax.management.MBeanServer;
import javax.management.ObjectName;

/**
 * Many threads ask for reports on all modules of the running JDK, all at once, first of an empty cache and then of a
 * full one. Each report takes a while to make; the cache sees to it that each is made once.
 */
public final class InspectJdk {

    private static final String CACHE = "modules";
    private static final int THREADS = 16;

    private final PrintStream out;
    private final boolean showsProgress;
    private final ModuleInspector inspector = new ModuleInspector();
    private final List<String> modules;
    private final Cache<String, ModuleReport> cache;

    private InspectJdk(PrintStream out, boolean showsProgress, List<String> modules, CacheManager manager) {
        this.out = out;
        this.showsProgress = showsProgress;
        this.modules = modules;
        // A factory is Serializable by its type; this one never leaves the process.
        Factory<ModuleInspector> loader = () -> inspector;
        this.cache = manager.createCache(
                CACHE,
                new MutableConfiguration<String, ModuleReport>()
                        .setTypes(String.class, ModuleReport.class)
                        .setReadThrough(true)
                        .setCacheLoaderFactory(loader)
                        .setStatisticsEnabled(true));
    }

    /**
     * Runs the example, with {@code --progress} for a terminal; exit status 1 if the cache did not do what it is for.
     */
    public static void main(String[] args) throws Exception {
        boolean succeeded;
        try (CachingProvider provider = Caching.getCachingProvider()) {
            CacheManager manager = provider.getCacheManager();
            succeeded = new InspectJdk(
                            System.out, List.of(args).contains("--progress"), ModuleInspector.modules(), manager)
                    .run();
            manager.destroyCache(CACHE);
        }
        System.exit(succeeded ? 0 : 1);
    }

    private boolean run() throws Exception {
        out.printf(
                "JDK %s, provider %s%n%d threads ask for reports on %d modules: SHA-256, sizes, largest class%n%n",
                System.getProperty("java.version"),
                cache.getCacheManager().getCachingProvider().getClass().getName(),
                THREADS,
                modules.size());
        long cold = pass("cold");
        long warm = pass("warm");
        showLargest();
        showStatistics();
        int calls = (2 * THREADS + 1) * modules.size();
        out.printf(
                "%ncold pass: %,d ms   warm pass: %,d ms%n%,d reports asked for, %,d made by the loader%n",
                TimeUnit.NANOSECONDS.toMillis(cold), TimeUnit.NANOSECONDS.toMillis(warm), calls, inspector.loads());
        boolean once = inspector.loads() == modules.size();
        out.println(
                once
                        ? "Every module was read exactly once, however many threads wanted it."
                        : "FAILED: a module should have been read exactly once.");
        return once;
    }

    private long pass(String name) throws Exception {
        AtomicInteger done = new AtomicInteger();
        ExecutorService threads = Executors.newFixedThreadPool(THREADS);
        long begun = System.nanoTime();
        try {
            List<Future<?>> asked = new ArrayList<>();
            for (int thread = 0; thread < THREADS; thread++) {
                List<String> order = new ArrayList<>(modules);
                Collections.shuffle(order, new Random(thread));
                asked.add(threads.submit(() -> order.forEach(module -> ask(module, name, done))));
            }
            for (Future<?> each : asked) {
                each.get();
            }
        } finally {
            threads.shutdownNow();
        }
        out.println();
        return System.nanoTime() - begun;
    }

    private void ask(String module, String pass, AtomicInteger done) {
        if (!cache.get(module).module().equals(module)) {
            throw new IllegalStateException("a report on another module than " + module);
        }
        int all = THREADS * modules.size();
        synchronized (out) {
            int calls = done.incrementAndGet();
            if (showsProgress && calls % (all / 20) == 0) {
                out.printf("\r%s pass: %3d %% of %,d calls", pass, 100 * calls / all, all);
                out.flush();
            } else if (calls == all) {
                out.printf("%s pass: %,d calls", pass, all);
            }
        }
    }

    private void showLargest() {
        out.printf("%n%-24s %8s %12s  %-16s %s%n", "module", "classes", "bytes", "SHA-256", "largest class");
        cache.getAll(Set.copyOf(modules)).values().stream()
                .sorted(Comparator.comparingLong(ModuleReport::bytes).reversed())
                .limit(10)
                .forEach(report -> out.printf(
                        "%-24s %,8d %,12d  %s %s%n",
                        report.module(),
                        report.classes(),
                        report.bytes(),
                        report.sha256().substring(0, 16),
                        report.largestClass()));
    }

    private void showStatistics() throws JMException {
        MBeanServer server = ManagementFactory.getPlatformMBeanServer();
        out.printf("%nJMX, javax.cache:type=CacheStatistics%n");
        for (ObjectName bean : server.queryNames(new ObjectName("javax.cache:type=CacheStatistics,*"), null)) {
            for (String attribute : List.of(
                    "CacheGets",
                    "CacheHits",
                    "CacheMisses",
                    "CacheHitPercentage",
                    "CachePuts",
                    "CacheEvictions",
                    "AverageGetTime")) {
                out.printf("  %-20s %s%n", attribute, server.getAttribute(bean, attribute));
            }
        }
    }
}
