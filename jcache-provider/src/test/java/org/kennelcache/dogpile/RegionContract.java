package org.kennelcache.dogpile;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.awaitility.Awaitility.await;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.Executor;
import java.util.function.Function;
import javax.cache.Cache;
import javax.cache.CacheException;
import javax.cache.configuration.MutableConfiguration;
import javax.cache.integration.CacheLoader;
import org.junit.jupiter.api.AutoClose;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.kennelcache.jcache.KennelCachingProvider;

/** What {@code cache.unwrap(Region.class)} does and what the options do, on every backend. */
abstract class RegionContract {

    @AutoClose
    private final KennelCachingProvider provider = new KennelCachingProvider();

    @TempDir
    private Path folder;

    private Cache<String, String> cache;
    private Region<String, String> region;

    /** The lines of the section {@code [cache]} that say where the entries are. */
    abstract List<String> options();

    /** Runs creators in the background; named in a file. */
    public static final class Background implements Executor {

        /** Public, as the option wants it. */
        public Background() {}

        @Override
        public void execute(Runnable task) {
            new Thread(task).start();
        }
    }

    @BeforeEach
    void open() throws IOException {
        open(new MutableConfiguration<>(), "expiration_time = 600");
    }

    private void open(MutableConfiguration<String, String> configuration, String... more) throws IOException {
        Path file = folder.resolve("kennel-" + more.length + more[more.length - 1].hashCode() + ".conf");
        Files.writeString(file, "[cache]\n" + String.join("\n", options()) + "\n" + String.join("\n", more) + "\n");
        cache = provider.getCacheManager(file.toUri(), null)
                .createCache("books", configuration.setTypes(String.class, String.class));
        cache.clear();
        region = region(cache);
    }

    @SuppressWarnings("unchecked") // the cache's own types
    private static Region<String, String> region(Cache<String, String> of) {
        return of.unwrap(Region.class);
    }

    @Test
    void getOrCreate_ofNothing_createsOnce() {
        assertThat(region.getOrCreate("key", key -> "for " + key)).isEqualTo("for key");
        assertThat(region.getOrCreate("key", key -> "never")).isEqualTo("for key");
        assertThat(cache.get("key")).isEqualTo("for key");
    }

    @Test
    void getOrCreateMulti_createsWhatIsMissingTogether() {
        cache.put("a", "1");

        Map<String, String> given = region.getOrCreateMulti(Set.of("a", "b", "c"), keys -> {
            assertThat(keys).containsExactlyInAnyOrder("b", "c");
            return Map.of("b", "2");
        });

        assertThat(given).isEqualTo(Map.of("a", "1", "b", "2"));
    }

    @Test
    void getOrCreateMulti_creatorThatGivesNoMap_isToldSo() {
        assertThatThrownBy(() -> region.getOrCreateMulti(Set.of("a"), keys -> null))
                .isInstanceOf(NullPointerException.class)
                .hasMessage("the creator gave null; allowed: a map, without the keys that have no value");
    }

    @Test
    void get_ofAnEntry_tellsItsAge() {
        region.getOrCreate("key", key -> "value");

        assertThat(region.get("key")).get().satisfies(cached -> {
            assertThat(cached.value()).isEqualTo("value");
            assertThat(cached.isStale()).isFalse();
            assertThat(cached.created()).isPresent();
            assertThat(cached.age().orElseThrow()).isLessThan(Duration.ofMinutes(1));
        });
        assertThat(region.get("other")).isEmpty();
    }

    @Test
    void set_isAPut() {
        region.set("key", "value");

        assertThat(cache.get("key")).isEqualTo("value");
        assertThat(region.get("key")).get().matches(cached -> cached.created().isPresent());
    }

    @Test
    void refresh_makesANewValue() {
        region.set("key", "old");

        assertThat(region.refresh("key", key -> "new")).isEqualTo("new");
        assertThat(cache.get("key")).isEqualTo("new");
    }

    @Test
    void invalidate_soft_letsTheNextOneMakeANewValue() {
        region.getOrCreate("key", key -> "old");
        await().pollDelay(Duration.ofMillis(2)).until(() -> true);

        region.invalidate(Invalidation.SOFT);

        assertThat(cache.get("key")).isNull();
        assertThat(region.get("key")).get().matches(Cached::isStale);
        assertThat(region.getOrCreate("key", key -> "new")).isEqualTo("new");
    }

    @Test
    void invalidate_hard_leavesNothing() {
        region.getOrCreate("key", key -> "old");

        region.invalidate(Invalidation.HARD);

        assertThat(region.get("key")).isEmpty();
        assertThat(cache.containsKey("key")).isFalse();
        assertThat(cache).isEmpty();
    }

    @Test
    void isLocked_whileSomebodyCreates_isTrue() {
        region.getOrCreate("key", key -> {
            assertThat(region.isLocked(key)).isTrue();
            return "value";
        });

        assertThat(region.isLocked("key")).isFalse();
        assertThat(cache).hasSize(1);
    }

    @Test
    void creatorThatFails_failsAsItIs() {
        IllegalStateException broken = new IllegalStateException("broken");

        assertThatThrownBy(() -> region.getOrCreate("key", key -> {
                    throw broken;
                }))
                .isSameAs(broken);
    }

    @Test
    void creatorThatFails_withAnExceptionOfTheApplications_failsAsItIs() {
        OutOfPaperException broken = new OutOfPaperException();
        Function<String, String> creator = key -> {
            throw broken;
        };

        assertThatThrownBy(() -> region.getOrCreate("key", creator)).isSameAs(broken);
        assertThatThrownBy(() -> region.refresh("key", creator)).isSameAs(broken);
        assertThatThrownBy(() -> region.getOrCreateMulti(Set.of("key"), keys -> {
                    throw broken;
                }))
                .isSameAs(broken);
    }

    /** Nothing that {@code javax.cache} knows. */
    private static final class OutOfPaperException extends RuntimeException {
        private static final long serialVersionUID = 1;
    }

    @Test
    void remove_takesTheEntryAway() {
        region.set("key", "value");

        region.remove("key");

        assertThat(region.get("key")).isEmpty();
    }

    @Test
    void getOrCreate_byACreatorOfTheSameKey_endsAtTheWaitLimit() {
        CreationOptions<String> impatient = CreationOptions.<String>builder()
                .waitLimit(Duration.ofMillis(50))
                .build();

        assertThatThrownBy(() -> region.getOrCreate("key", key -> region.getOrCreate(key, same -> "never", impatient)))
                .isInstanceOf(CreationTimeoutException.class)
                .isInstanceOf(CacheException.class);
    }

    @Test
    void async_getOrCreate_runsTheCreatorElsewhere() throws Exception {
        CountDownLatch asked = new CountDownLatch(1);
        Thread caller = Thread.currentThread();

        CompletableFuture<String> value = region.async()
                .getOrCreate(
                        "key",
                        key -> {
                            assertThat(Thread.currentThread()).isNotSameAs(caller);
                            await().until(() -> asked.getCount() == 0);
                            return "value";
                        },
                        CreationOptions.defaults())
                .toCompletableFuture();
        assertThat(value).isNotDone();
        asked.countDown();

        assertThat(value.get()).isEqualTo("value");
        assertThat(region.async().get("key").toCompletableFuture().get()).isPresent();
        assertThat(region.async()
                        .getOrCreateMulti(Set.of("key", "b"), keys -> Map.of("b", "2"), CreationOptions.defaults())
                        .toCompletableFuture()
                        .get())
                .isEqualTo(Map.of("key", "value", "b", "2"));
    }

    @Test
    void async_whatFails_failsTheStage() {
        CompletableFuture<String> failed = region.async()
                .refresh("key", key -> {
                    throw new IllegalStateException("broken");
                })
                .toCompletableFuture();

        assertThatThrownBy(failed::get).isInstanceOf(ExecutionException.class).hasRootCauseMessage("broken");
    }

    @Test
    void async_set_stores() throws Exception {
        region.async().set("key", "value").toCompletableFuture().get();

        assertThat(cache.get("key")).isEqualTo("value");
    }

    @Test
    void async_remove_takesTheEntryAway() throws Exception {
        cache.put("key", "value");

        region.async().remove("key").toCompletableFuture().get();

        assertThat(cache.containsKey("key")).isFalse();
    }

    @Test
    void everything_onAClosedCache_isRefused() {
        cache.close();

        assertThatThrownBy(() -> region.getOrCreate("key", key -> "value")).isInstanceOf(IllegalStateException.class);
        assertThatThrownBy(() -> region.get("key")).isInstanceOf(IllegalStateException.class);
        assertThatThrownBy(() -> region.invalidate(Invalidation.HARD)).isInstanceOf(IllegalStateException.class);
    }

    @Test
    void asyncCreationRunner_inTheFile_makesStaleValuesAnewInTheBackground() throws IOException {
        open(
                new MutableConfiguration<>(),
                "expiration_time = 1",
                "backend_expiration_time = 60",
                "async_creation_runner = " + Background.class.getName().replace("$", "$$"));
        region.set("key", "old");
        await().until(() -> cache.get("key") == null);
        CountDownLatch given = new CountDownLatch(1);

        String value = region.getOrCreate("key", key -> {
            await().until(() -> given.getCount() == 0);
            return "new";
        });
        given.countDown();

        assertThat(value).isEqualTo("old");
        await().until(() -> "new".equals(cache.get("key")));
    }

    @Test
    void asyncCreationRunner_thatIsNone_isRefused() {
        assertThatThrownBy(() -> open(new MutableConfiguration<>(), "async_creation_runner = java.lang.String"))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessageStartingWith("async_creation_runner: 'java.lang.String' is none; allowed are names of");
    }

    @Test
    void stalePolicy_inTheFile_concernsReadsByALoaderToo() throws IOException {
        CountDownLatch stale = new CountDownLatch(1);
        open(
                new MutableConfiguration<String, String>()
                        .setReadThrough(true)
                        .setCacheLoaderFactory(() -> new Loader(stale)),
                "expiration_time = 1",
                "backend_expiration_time = 60",
                "stale_policy = on-error");
        assertThat(cache.get("key")).isEqualTo("loaded");
        await().until(() -> !cache.containsKey("key"));
        stale.countDown();

        assertThat(cache.get("key")).isEqualTo("loaded");
    }

    /** Fails from some moment on. */
    private record Loader(CountDownLatch failing) implements CacheLoader<String, String> {

        @Override
        public String load(String key) {
            if (failing.getCount() == 0) {
                throw new IllegalStateException("broken");
            }
            return "loaded";
        }

        @Override
        public Map<String, String> loadAll(Iterable<? extends String> keys) {
            throw new UnsupportedOperationException();
        }
    }
}
