package org.kennelcache.dogpile;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import javax.cache.Cache;
import javax.cache.configuration.MutableConfiguration;
import org.junit.jupiter.api.AutoClose;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.kennelcache.jcache.KennelCachingProvider;
import org.kennelcache.testing.RedisServer;

class RedisRegionTest extends RegionContract {

    private static final int WAITERS = 64;

    @AutoClose
    private static final RedisServer server = RedisServer.start();

    @AutoClose
    private final KennelCachingProvider one = new KennelCachingProvider();

    @AutoClose
    private final KennelCachingProvider two = new KennelCachingProvider();

    @TempDir
    private Path folder;

    @Override
    List<String> options() {
        return server.options();
    }

    private Cache<String, String> cache(KennelCachingProvider provider) throws IOException {
        Path file = folder.resolve("two.conf");
        Files.writeString(file, "[cache]\n" + String.join("\n", options()) + "\n");
        return provider.getCacheManager(file.toUri(), null)
                .createCache("shared", new MutableConfiguration<String, String>().setTypes(String.class, String.class));
    }

    @Test
    void waiters_ofAnotherClientsValue_askTheServerAsOne() throws Exception {
        Cache<String, String> holding = cache(one);
        Cache<String, String> waiting = cache(two);
        CountDownLatch release = new CountDownLatch(1);
        CountDownLatch inside = new CountDownLatch(1);
        ExecutorService threads = Executors.newCachedThreadPool();
        try {
            Future<String> holder = threads.submit(() -> holding.invoke("key", Dogpile.getOrCreate(key -> {
                inside.countDown();
                await().pollInterval(Duration.ofMillis(5)).until(() -> release.getCount() == 0);
                return "value";
            })));
            inside.await();
            server.resetCalls();
            List<Future<String>> waiters = new ArrayList<>();
            for (int i = 0; i < WAITERS; i++) {
                waiters.add(threads.submit(() -> waiting.invoke("key", Dogpile.getOrCreate(key -> "never"))));
            }
            await().pollDelay(Duration.ofSeconds(2)).until(() -> true);
            release.countDown();

            for (Future<String> waiter : waiters) {
                assertThat(waiter.get()).isEqualTo("value");
            }
            assertThat(holder.get()).isEqualTo("value");
        } finally {
            threads.shutdownNow();
        }
        // Each waiter looks once; then one of them asks for lock and value every 0.05 to 0.1 s for two seconds.
        assertThat(server.calls().get("get")).isLessThan(WAITERS + 80);
        assertThat(server.calls().get("set")).isLessThan(80);
    }
}
