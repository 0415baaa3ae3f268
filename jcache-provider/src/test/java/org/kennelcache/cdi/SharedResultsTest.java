package org.kennelcache.cdi;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.awaitility.Awaitility.await;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.inject.Disposes;
import jakarta.enterprise.inject.Produces;
import java.io.IOException;
import java.net.URI;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.Callable;
import java.util.concurrent.Executor;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.atomic.AtomicInteger;
import javax.cache.CacheManager;
import javax.cache.annotation.CacheResult;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.AutoClose;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.kennelcache.jcache.KennelCachingProvider;
import org.kennelcache.testing.RedisServer;

/**
 * Two applications that share their caches, as two JVMs do: each has a container, a provider and connections of its
 * own.
 */
class SharedResultsTest {

    private static final int THREADS = 8;

    @AutoClose
    private static final RedisServer server = RedisServer.start();

    private static URI configuration;

    @TempDir
    private static Path folder;

    private final ExecutorService threads = Executors.newFixedThreadPool(2 * THREADS);
    private Container one;
    private Container two;

    @BeforeEach
    void start() throws IOException {
        server.command("FLUSHALL");
        Oven.CALLS.set(0);
        start("");
    }

    private void start(String options) throws IOException {
        Path file = folder.resolve("kennel.conf");
        String where = String.join("\n", server.options());
        Files.writeString(file, "[cache]\nserial_filter = java.io.IOException\n" + options + where + "\n");
        configuration = file.toUri();
        one = new Container(Oven.class, Manager.class);
        two = new Container(Oven.class, Manager.class);
    }

    @AfterEach
    void stop() {
        threads.shutdownNow();
        stopContainers();
    }

    private void stopContainers() {
        one.close();
        two.close();
    }

    @Test
    void call_manyThreadsOfBothMissOneKey_methodCalledOnce() throws Exception {
        List<Callable<Object>> calls = calls(oven -> oven.bread("rye"));

        for (Future<Object> bread : threads.invokeAll(calls)) {
            assertThat(bread.get()).isEqualTo("rye bread 1");
        }
        assertThat(Oven.CALLS).hasValue(1);
    }

    @Test
    void call_manyThreadsOfBothMissOneKeyAndItFails_exceptionCachedAfterTheFirst() throws Exception {
        List<Callable<Object>> calls = calls(oven -> oven.burnt("rye"));

        for (Future<Object> bread : threads.invokeAll(calls)) {
            assertThatThrownBy(bread::get).hasRootCauseInstanceOf(IOException.class);
        }
        assertThat(Oven.CALLS).hasValue(1);
    }

    @Test
    void call_exceptionCached_askedForWithoutLock() {
        Oven oven = one.bean(Oven.class);
        assertThatThrownBy(() -> oven.burnt("rye")).isInstanceOf(IOException.class);
        server.resetCalls();

        assertThatThrownBy(() -> oven.burnt("rye")).isInstanceOf(IOException.class);

        assertThat(server.calls()).doesNotContainKey("set").containsEntry("get", 2);
    }

    @Test
    void call_resultPastItsAge_methodCalledAgain() throws IOException {
        restart("expiration_time = 1\nbackend_expiration_time = 60\n");
        Oven oven = one.bean(Oven.class);
        oven.bread("rye");

        await().until(() -> !oven.bread("rye").equals("rye bread 1"));
    }

    @Test
    void call_failsWhereAnOldResultMayBeGiven_oldResultEvenIfTheExceptionIsCached() throws IOException {
        restart("expiration_time = 1\nbackend_expiration_time = 60\nstale_policy = on-error\n");
        Oven oven = one.bean(Oven.class);
        oven.sometimesBurnt("rye");

        await().until(() -> oven.sometimesBurnt("rye").equals("rye bread 1") && Oven.CALLS.get() > 1);

        assertThat(oven.sometimesBurnt("rye")).isEqualTo("rye bread 1");
    }

    @Test
    void call_resultPastItsAgeAndARunner_oldResultAndMethodCalledInTheBackground() throws IOException {
        restart("expiration_time = 1\nbackend_expiration_time = 60\nstale_policy = while-regenerating\n"
                + "async_creation_runner = " + Background.class.getName().replace("$", "$$") + "\n");
        Oven oven = one.bean(Oven.class);
        oven.bread("rye");

        await().until(() -> oven.bread("rye").equals("rye bread 1") && Background.TASKS.get() > 0);

        await().until(() -> oven.bread("rye").equals("rye bread 2"));
    }

    private void restart(String options) throws IOException {
        stopContainers();
        start(options);
    }

    /** Runs tasks on threads of their own, and counts them. */
    public static final class Background implements Executor {

        private static final AtomicInteger TASKS = new AtomicInteger();

        /** Public, as the option wants it. */
        public Background() {}

        @Override
        public void execute(Runnable task) {
            TASKS.incrementAndGet();
            new Thread(task).start();
        }
    }

    private interface Baking {
        Object in(Oven oven) throws Exception;
    }

    private List<Callable<Object>> calls(Baking baking) {
        Oven first = one.bean(Oven.class);
        Oven second = two.bean(Oven.class);
        List<Callable<Object>> calls = new ArrayList<>();
        for (int thread = 0; thread < THREADS; thread++) {
            calls.add(() -> baking.in(first));
            calls.add(() -> baking.in(second));
        }
        return calls;
    }

    /** What the application has of caches: a provider of its own. */
    @ApplicationScoped
    static class Manager {

        private final KennelCachingProvider provider = new KennelCachingProvider();

        @Produces
        @ApplicationScoped
        CacheManager manager() {
            return provider.getCacheManager(configuration, null);
        }

        void close(@Disposes CacheManager manager) {
            provider.close();
        }
    }

    /** Takes its time. */
    @ApplicationScoped
    static class Oven {

        private static final AtomicInteger CALLS = new AtomicInteger();

        private static int bake() {
            int call = CALLS.incrementAndGet();
            await().pollDelay(Duration.ofMillis(100)).until(() -> true);
            return call;
        }

        @CacheResult(cacheName = "breads")
        String bread(String flour) {
            return flour + " bread " + bake();
        }

        @CacheResult(cacheName = "breads", exceptionCacheName = "fires")
        String sometimesBurnt(String flour) throws IOException {
            int call = bake();
            if (call > 1) {
                throw new IOException("burnt");
            }
            return flour + " bread " + call;
        }

        @CacheResult(cacheName = "breads", exceptionCacheName = "fires")
        String burnt(String flour) throws IOException {
            throw new IOException(flour + " bread " + bake() + " burnt");
        }
    }
}
