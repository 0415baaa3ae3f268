package org.kennelcache.atomicity;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.net.URI;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.stream.IntStream;
import javax.cache.Cache;
import javax.cache.CacheException;
import org.awaitility.Awaitility;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.AutoClose;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.kennelcache.jcache.KennelCachingProvider;
import org.kennelcache.testing.TestServer;

/** What holds on every remote backend when several JVMs change one cache. */
abstract class AtomicityContract {

    private static final int SOME = 600;
    private static final Duration PATIENCE = Duration.ofSeconds(60);

    @AutoClose
    private final KennelCachingProvider provider = new KennelCachingProvider();

    @TempDir
    private Path folder;

    private URI configuration;
    private Cache<String, String> cache;

    /** Where the entries are. */
    abstract TestServer server();

    /** More lines of the section {@code [cache]}. */
    List<String> furtherOptions() {
        return List.of();
    }

    @BeforeEach
    final void createCache() throws IOException {
        Path file = folder.resolve("kennel.conf");
        List<String> lines = new ArrayList<>(List.of("[cache]"));
        lines.addAll(server().options());
        lines.addAll(furtherOptions());
        Files.write(file, lines);
        configuration = file.toUri();
        cache = Worker.cache(provider, configuration);
    }

    @AfterEach
    final void destroyCache() {
        cache.getCacheManager().destroyCache(cache.getName());
    }

    @Test
    void operations_ofSeveralJvms_loseNothing() throws Exception {
        try (Workers workers = Workers.start(configuration)) {
            awaitMore(SOME);

            Report report = workers.stop();

            assertThat(report.inDoubt()).isZero();
            assertExact(report);
        }
    }

    @Test
    void invoke_afterAnotherJvmWasKilledInTheMiddleOfIt_isNotHeldUp() throws Exception {
        cache.put("key", "before");
        try (Workers workers = new Workers()) {
            workers.start(Holder.class, configuration.toString(), "key");
            Awaitility.await().atMost(PATIENCE).until(() -> workers.output().contains(Holder.INSIDE));
            workers.kill(0);
        }

        String seen = cache.invoke("key", (entry, none) -> {
            String value = entry.getValue();
            entry.setValue("after");
            return value;
        });

        assertThat(seen).isEqualTo("before");
        assertThat(cache.get("key")).isEqualTo("after");
    }

    /** Starts workers, has something happen in the middle of their work, and gives what they were told. */
    final Report disturbed(Runnable disturbance) throws Exception {
        try (Workers workers = Workers.start(configuration)) {
            awaitMore(SOME);
            disturbance.run();
            awaitMore(SOME);
            return workers.stop();
        }
    }

    /** Waits until a call of this JVM has failed, by when calls of the workers have, too. */
    final void awaitFailure() {
        Awaitility.await().atMost(PATIENCE).until(this::fails);
    }

    private boolean fails() {
        try {
            cache.get("key");
            return false;
        } catch (CacheException e) {
            return true;
        }
    }

    /** Nothing that was acknowledged is lost, and nothing was done twice. */
    final void assertExact(Report report) {
        assertThat(report.lostIncrements(cache::get)).as("lost increments").isZero();
        assertThat(report.surplusIncrements(cache::get))
                .as("surplus increments")
                .isZero();
        assertThat(report.brokenRaces(cache::get)).as("races").isEmpty();
        assertThat(report.brokenChains(cache::get)).as("chains").isEmpty();
    }

    final Cache<String, String> cache() {
        return cache;
    }

    /** Waits until the workers have counted so many times from now on. */
    private void awaitMore(int increments) {
        Awaitility.await()
                .atMost(PATIENCE)
                .ignoreException(CacheException.class)
                .until(new Progress(increments)::isMade);
    }

    /** How far the counters have come since it was made, or since they could be read for the first time. */
    private final class Progress {

        private final int wanted;
        private long begin = -1;

        Progress(int wanted) {
            this.wanted = wanted;
        }

        boolean isMade() {
            long now = IntStream.range(0, Worker.COUNTERS)
                    .mapToObj(Report::counter)
                    .map(cache::get)
                    .filter(Objects::nonNull)
                    .mapToLong(Long::parseLong)
                    .sum();
            begin = begin < 0 ? now : begin;
            return now - begin >= wanted;
        }
    }
}
