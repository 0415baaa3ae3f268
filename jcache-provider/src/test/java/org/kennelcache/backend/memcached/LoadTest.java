package org.kennelcache.backend.memcached;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.stream.IntStream;
import org.junit.jupiter.api.AutoClose;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestReporter;
import org.junit.jupiter.api.extension.RegisterExtension;
import org.kennelcache.Logs;
import org.kennelcache.config.RetrySettings;
import org.kennelcache.spi.Backend;
import org.kennelcache.spi.Endings;
import org.kennelcache.testing.MemcachedRing;
import org.kennelcache.testing.MemcachedServer;

/**
 * A server of a ring of three goes and comes back while many threads read and write: nobody ever reads what is
 * outdated.
 */
class LoadTest {

    private static final int THREADS = 12;
    private static final Duration TIMEOUT = Duration.ofMillis(500);
    private static final Duration DEAD = Duration.ofMillis(400);

    @RegisterExtension
    private final Logs logs = new Logs();

    @AutoClose
    private final MemcachedRing ring = MemcachedRing.start(3);

    @AutoClose
    private final Backend backend = Servers.open(
            Servers.connection(TIMEOUT),
            new RetrySettings(2, Duration.ofMillis(100)),
            DEAD,
            ring.servers().toArray(MemcachedServer[]::new));

    private final MemcachedServer failing = ring.servers().get(1);

    @Test
    void operations_serverKilledAndRestarted_readNothingOutdated(TestReporter reporter) throws Exception {
        disturb(failing::kill, failing::restart, reporter);
    }

    @Test
    void operations_serverHangsAndGoesOn_readNothingOutdated(TestReporter reporter) throws Exception {
        disturb(failing::pause, failing::resume, reporter);
    }

    /** Threads work, the server goes, they work on without it, it comes back, and they work on it again. */
    private void disturb(Runnable going, Runnable coming, TestReporter reporter) throws Exception {
        ExecutorService threads = Executors.newFixedThreadPool(THREADS);
        try {
            List<LoadWorker> workers = IntStream.range(0, THREADS)
                    .mapToObj(i -> new LoadWorker(backend, "load:" + i + "-"))
                    .toList();
            List<Future<?>> running = new ArrayList<>();
            workers.forEach(worker -> running.add(threads.submit(worker)));
            awaitWork(workers);
            going.run();
            await().until(() -> workers.stream().anyMatch(LoadWorker::isRefused));
            awaitWork(workers);
            coming.run();
            await().until(() -> workers.stream().noneMatch(LoadWorker::isRefused));
            awaitWork(workers);
            workers.forEach(LoadWorker::stop);
            for (Future<?> each : running) {
                each.get();
            }
            report(workers, reporter);
        } finally {
            threads.shutdownNow();
        }
    }

    private static void awaitWork(List<LoadWorker> workers) {
        List<Long> before = workers.stream().map(LoadWorker::rounds).toList();
        await().until(() ->
                IntStream.range(0, THREADS).allMatch(i -> workers.get(i).rounds() > before.get(i) + 5));
    }

    private static void report(List<LoadWorker> workers, TestReporter reporter) {
        LoadWorker.Figures figures = workers.stream()
                .map(LoadWorker::figures)
                .reduce(LoadWorker.Figures::plus)
                .orElseThrow();
        reporter.publishEntry("figures", figures.toString());
        assertThat(figures.outdated()).isZero();
        assertThat(figures.longestPause()).isLessThan(Endings.HANGS);
        assertThat(figures.errors()).isNotEmpty();
    }
}
