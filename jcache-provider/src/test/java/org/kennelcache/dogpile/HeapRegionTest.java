package org.kennelcache.dogpile;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.awaitility.Awaitility.await;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.Executor;
import java.util.concurrent.LinkedBlockingQueue;
import java.util.concurrent.ThreadPoolExecutor;
import java.util.concurrent.TimeUnit;
import javax.cache.Cache;
import javax.cache.configuration.MutableConfiguration;
import org.junit.jupiter.api.AutoClose;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.kennelcache.config.KennelConfiguration;
import org.kennelcache.jcache.KennelCachingProvider;

class HeapRegionTest extends RegionContract {

    private static final Duration AGE = Duration.ofMillis(20);

    @AutoClose
    private final KennelCachingProvider heap = new KennelCachingProvider();

    @Override
    List<String> options() {
        return List.of("backend = memory");
    }

    private Region<String, String> eternal(KennelConfiguration.Builder<String, String> configuration) {
        Cache<String, String> cache = heap.getCacheManager().createCache("eternal", configuration.build());
        @SuppressWarnings("unchecked") // the cache's own types
        Region<String, String> region = cache.unwrap(Region.class);
        return region;
    }

    private static KennelConfiguration.Builder<String, String> plain() {
        return KennelConfiguration.of(String.class, String.class);
    }

    private static CreationOptions<String> expiring() {
        return CreationOptions.<String>builder().expiration(AGE).build();
    }

    @Test
    void expiration_inAnEternalCache_countsFromTheCreation() {
        Region<String, String> region = eternal(plain());
        region.getOrCreate("key", key -> "old");
        await().until(() -> region.get("key").orElseThrow().age().orElseThrow().compareTo(AGE) > 0);

        assertThat(region.getOrCreate("key", key -> "never")).isEqualTo("old");
        assertThat(region.getOrCreate("key", key -> "new", expiring())).isEqualTo("new");
        assertThat(region.getOrCreate(
                        "key",
                        key -> "never",
                        CreationOptions.<String>builder()
                                .expiration(Duration.ofHours(1))
                                .build()))
                .isEqualTo("new");
    }

    @Test
    void expiration_ofAValueOfUnknownAge_makesANewOne() {
        Region<String, String> region = eternal(plain());
        region.set("key", "old");

        assertThat(region.get("key")).contains(new Cached<>("old", Optional.empty(), Optional.empty(), false));
        assertThat(region.getOrCreate("key", key -> "new", expiring())).isEqualTo("new");
    }

    @Test
    void createdValue_inABoundedCache_isWeighedByItself() {
        Region<String, String> region = eternal(plain().maximumWeight(100, (key, value) -> value.length()));

        assertThat(region.getOrCreate("key", key -> "value")).isEqualTo("value");
        assertThat(region.getOrCreate("key", key -> "never")).isEqualTo("value");
    }

    @Test
    void asyncCreationRunner_ofTheConfiguration_isUsedAndNotClosed() {
        CountDownLatch used = new CountDownLatch(1);
        Executor executor = new ClosableExecutor(used);
        Region<String, String> region = eternal(plain().asyncCreationRunner(() -> executor));
        region.getOrCreate("key", key -> "old");
        await().until(() -> region.get("key").orElseThrow().age().orElseThrow().compareTo(AGE) > 0);

        assertThat(region.getOrCreate("key", key -> "new", expiring())).isEqualTo("old");
        assertThat(region.get("key").orElseThrow().value()).isEqualTo("new");
        assertThat(used.getCount()).isZero();
        heap.close();
    }

    @Test
    void asyncCreationRunner_factoryThatMakesNone_isRefused() {
        assertThatThrownBy(() -> eternal(plain().asyncCreationRunner(() -> null)))
                .isInstanceOf(NullPointerException.class)
                .hasMessageContaining("asyncCreationRunner");
    }

    @Test
    void asyncCreationRunner_poolInTheFile_isShutDownWithTheCache(@TempDir Path folder) throws IOException {
        Path file = folder.resolve("pool.conf");
        Files.writeString(
                file, "[cache]\nasync_creation_runner = " + Pool.class.getName().replace("$", "$$") + "\n");
        Cache<String, String> cache = heap.getCacheManager(file.toUri(), null)
                .createCache("books", new MutableConfiguration<String, String>());
        assertThat(Pool.last).isNotNull().matches(pool -> !pool.isShutdown());

        cache.close();

        assertThat(Pool.last.isShutdown()).isTrue();
    }

    /** An executor with threads of its own; named in a file. */
    public static final class Pool extends ThreadPoolExecutor {

        private static volatile Pool last;

        /** Public, as the option wants it. */
        public Pool() {
            super(1, 1, 1, TimeUnit.MINUTES, new LinkedBlockingQueue<>());
            last = this;
        }
    }

    /** Runs tasks at once; must not be closed. */
    private record ClosableExecutor(CountDownLatch used) implements Executor, AutoCloseable {

        @Override
        public void execute(Runnable task) {
            used.countDown();
            task.run();
        }

        @Override
        public void close() {
            throw new AssertionError("closed");
        }
    }
}
