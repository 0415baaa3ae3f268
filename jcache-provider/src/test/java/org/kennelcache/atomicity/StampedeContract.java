package org.kennelcache.atomicity;

import static java.util.stream.Collectors.toList;
import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import java.io.IOException;
import java.net.URI;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import javax.cache.Cache;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.AutoClose;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.kennelcache.dogpile.Dogpile;
import org.kennelcache.dogpile.Region;
import org.kennelcache.jcache.KennelCachingProvider;
import org.kennelcache.testing.Signal;
import org.kennelcache.testing.TestServer;

/** What holds on every remote backend when several JVMs want the same values. */
abstract class StampedeContract {

    private static final String KEY = Asker.keys(1).iterator().next();
    private static final int JVMS = 4;
    private static final int THREADS = 16;
    private static final Duration LONG = Duration.ofMinutes(1);
    private static final Duration PATIENCE = Duration.ofSeconds(60);
    private static final Duration LEASE = Duration.ofSeconds(2);

    @AutoClose
    private final KennelCachingProvider provider = new KennelCachingProvider();

    @TempDir
    private Path folder;

    private URI configuration;
    private Cache<String, String> cache;

    /** Where the entries are. */
    abstract TestServer server();

    @BeforeEach
    final void createCache() throws IOException {
        Path file = folder.resolve("kennel.conf");
        Files.writeString(
                file,
                "[cache]\nbackend_argument = lock_timeout:" + LEASE.toSeconds() + "\n"
                        + String.join("\n", server().options()) + "\n");
        configuration = file.toUri();
        cache = Worker.cache(provider, configuration);
    }

    @AfterEach
    final void destroyCache() {
        cache.getCacheManager().destroyCache(cache.getName());
    }

    @ParameterizedTest
    @ValueSource(ints = {1, 100})
    void readThrough_ofColdKeysInSeveralJvms_loadsEachOnce(int keys) throws Exception {
        try (Workers jvms = new Workers()) {
            for (int i = 0; i < JVMS; i++) {
                jvms.start(Asker.class, configuration.toString(), String.valueOf(keys));
            }
            await().atMost(PATIENCE).until(() -> count(jvms, Asker.READY) == JVMS);

            jvms.endInput();
            await().atMost(PATIENCE).until(() -> count(jvms, Asker.GIVEN + keys) == JVMS * THREADS);

            assertThat(jvms.allLines().stream()
                            .filter(line -> line.startsWith(Asker.LOADED))
                            .collect(toList()))
                    .hasSize(keys)
                    .doesNotHaveDuplicates();
        }
    }

    @Test
    void getOrCreateMulti_overlappingBatchesInSeveralJvms_allAreComplete() throws Exception {
        try (Workers jvms = new Workers()) {
            for (int i = 0; i < JVMS; i++) {
                jvms.start(
                        Batcher.class, configuration.toString(), String.valueOf(LONG.toSeconds()), String.valueOf(i));
            }

            await().atMost(LONG.plus(PATIENCE.multipliedBy(2))).until(() -> count(jvms, Batcher.OVER) == JVMS);
        }
    }

    @Test
    void getOrCreate_ofAStaleValueThatAnotherJvmMakes_nobodyWaits() throws Exception {
        cache.put(KEY, "old");
        await().until(() -> age().compareTo(StaleAsker.AGE) > 0);
        try (Workers jvms = new Workers()) {
            String given = region().getOrCreate(
                            KEY,
                            key -> {
                                for (int i = 0; i < JVMS; i++) {
                                    jvms.start(StaleAsker.class, configuration.toString(), key);
                                }
                                await().atMost(PATIENCE)
                                        .until(() -> count(jvms, Asker.GIVEN + "old") == JVMS * THREADS);
                                return "new";
                            },
                            StaleAsker.options());

            assertThat(given).isEqualTo("new");
        }
        assertThat(cache.get(KEY)).isEqualTo("new");
    }

    private Duration age() {
        return region().get(KEY).orElseThrow().age().orElseThrow();
    }

    private static long count(Workers jvms, String line) {
        return jvms.allLines().stream().filter(line::equals).count();
    }

    @Test
    void readThrough_loadingJvmKilled_oneOfTheOthersLoadsWhenItsLeaseEnds() throws Exception {
        try (Workers jvms = new Workers()) {
            jvms.start(Creating.class, configuration.toString(), KEY, "never stored");
            for (int i = 1; i < JVMS; i++) {
                jvms.start(Asker.class, configuration.toString(), "1");
            }
            await().atMost(PATIENCE)
                    .until(() -> count(jvms, Creating.INSIDE) == 1 && count(jvms, Asker.READY) == JVMS - 1);
            assertThat(isLocked()).isTrue();
            jvms.kill(0);

            jvms.endInput();
            await().atMost(PATIENCE).until(() -> count(jvms, Asker.GIVEN + 1) == (JVMS - 1) * THREADS);

            assertThat(count(jvms, Asker.LOADED + KEY)).isEqualTo(1);
        }
        assertThat(cache.get(KEY)).isEqualTo("value of " + KEY);
        assertThat(isLocked()).isFalse();
    }

    @Test
    void getOrCreate_holderThatStoodStillPastItsLease_doesNotReplaceTheNewerValue() throws Exception {
        try (Workers jvms = new Workers()) {
            jvms.start(Creating.class, configuration.toString(), KEY, "late");
            await().atMost(PATIENCE).until(() -> count(jvms, Creating.INSIDE) == 1);
            jvms.signal(0, Signal.STOP);

            assertThat(cache.invoke(KEY, Dogpile.getOrCreate(key -> "newer"))).isEqualTo("newer");
            jvms.signal(0, Signal.CONT);
            jvms.endInput();

            await().atMost(PATIENCE).until(() -> count(jvms, Asker.GIVEN + "newer") == 1);
        }
        assertThat(cache.get(KEY)).isEqualTo("newer");
    }

    @Test
    void getOrCreate_creatorThatTakesLongerThanTheLease_keepsItsLock() throws Exception {
        try (Workers jvms = new Workers()) {
            jvms.start(Creating.class, configuration.toString(), KEY, "slow");
            await().atMost(PATIENCE).until(() -> count(jvms, Creating.INSIDE) == 1);

            await().during(LEASE.multipliedBy(2)).atMost(PATIENCE).until(this::isLocked);
            jvms.endInput();

            assertThat(cache.invoke(KEY, Dogpile.getOrCreate(key -> "of the one that waited")))
                    .isEqualTo("slow");
        }
    }

    private boolean isLocked() {
        return region().isLocked(KEY);
    }

    @SuppressWarnings("unchecked") // the cache's own types
    private Region<String, String> region() {
        return cache.unwrap(Region.class);
    }
}
