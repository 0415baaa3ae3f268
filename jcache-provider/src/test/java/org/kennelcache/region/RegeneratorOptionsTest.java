package org.kennelcache.region;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.RejectedExecutionException;
import java.util.concurrent.TimeUnit;
import javax.cache.configuration.MutableCacheEntryListenerConfiguration;
import javax.cache.event.CacheEntryCreatedListener;
import javax.cache.event.CacheEntryListenerException;
import javax.cache.expiry.EternalExpiryPolicy;
import javax.cache.expiry.ModifiedExpiryPolicy;
import javax.cache.integration.CacheLoader;
import org.junit.jupiter.api.Nested;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.kennelcache.ManualExecutor;
import org.kennelcache.dogpile.CreationOptions;
import org.kennelcache.dogpile.StalePolicy;

/** What the options of a call and of a region change. */
class RegeneratorOptionsTest extends TwoJvms {

    @Test
    void expiration_shorterThanTheRegions_makesAnew() {
        stored("old");
        clock.advance(10_000);

        assertThat(jvm.getOrCreate(KEY, Creator.never(), expiring(Duration.ofMillis(10_001))))
                .isEqualTo("old");
        assertThat(jvm.getOrCreate(KEY, Creator.of("new"), expiring(Duration.ofSeconds(10))))
                .isEqualTo("new");
    }

    @Test
    void expiration_longerThanTheRegions_givesWhatIsStaleToOthers() {
        stale("old");

        assertThat(jvm.getOrCreate(KEY, Creator.never(), expiring(Duration.ofSeconds(61))))
                .isEqualTo("old");
    }

    private CreationOptions<String> expiring(Duration age) {
        return CreationOptions.<String>builder().expiration(age).build();
    }

    @Test
    void onError_withAStaleValue_givesThat() {
        stale("old");
        CreationOptions<String> options = CreationOptions.<String>builder()
                .stalePolicy(StalePolicy.ON_ERROR)
                .build();

        assertThat(jvm.getOrCreate(KEY, Creator.failing(new IllegalStateException("broken")), options))
                .isEqualTo("old");
    }

    @Test
    void onError_whenTheCreatorEndsInAnErrorOfTheJvm_throwsIt() {
        stale("old");
        OutOfMemoryError exhausted = new OutOfMemoryError("exhausted");
        CreationOptions<String> options = CreationOptions.<String>builder()
                .stalePolicy(StalePolicy.ON_ERROR)
                .build();

        assertThatThrownBy(() -> jvm.getOrCreate(KEY, Creator.failing(exhausted), options))
                .isSameAs(exhausted);
    }

    @Test
    void onError_whenAClassIsMissing_givesTheStaleValue() {
        stale("old");
        CreationOptions<String> options = CreationOptions.<String>builder()
                .stalePolicy(StalePolicy.ON_ERROR)
                .build();

        assertThat(jvm.getOrCreate(KEY, Creator.failing(new NoClassDefFoundError("Missing")), options))
                .isEqualTo("old");
    }

    @Test
    void onError_whenAListenerFails_tellsSoAndKeepsTheNewValue() {
        stale("old");
        CacheEntryCreatedListener<String, String> failing = events -> {
            throw new IllegalStateException("deaf");
        };
        jvm.region().register(new MutableCacheEntryListenerConfiguration<>(() -> failing, null, false, true));
        CreationOptions<String> options = CreationOptions.<String>builder()
                .stalePolicy(StalePolicy.ON_ERROR)
                .build();

        assertThatThrownBy(() -> jvm.getOrCreate(KEY, Creator.of("new"), options))
                .isInstanceOf(CacheEntryListenerException.class);

        assertThat(stored()).isEqualTo("new");
    }

    @Test
    void whileRegenerating_whenTheCreatorFails_fails() {
        stale("old");
        IllegalStateException broken = new IllegalStateException("broken");

        assertThatThrownBy(() -> jvm.getOrCreate(KEY, Creator.failing(broken))).isSameAs(broken);
    }

    @Test
    void runner_forAStaleValue_makesTheNewOneInTheBackground() {
        ManualExecutor executor = new ManualExecutor();
        DogpileJvm lazy = DogpileJvm.on(backend, clock).runner(executor).start();
        stale("old");

        assertThat(lazy.getOrCreate(KEY, Creator.of("new"))).isEqualTo("old");
        assertThat(lazy.getOrCreate(KEY, Creator.never())).isEqualTo("old");
        executor.runAll();

        assertThat(stored()).isEqualTo("new");
        assertThat(lazy.dogpiles().isLocked(KEY)).isFalse();
    }

    @ParameterizedTest
    @MethodSource("refusals")
    void runner_thatTakesNothing_leavesTheStaleValue(Throwable refusal) {
        DogpileJvm lazy = DogpileJvm.on(backend, clock)
                .runner(task -> {
                    if (refusal instanceof Error error) {
                        throw error;
                    }
                    throw (RuntimeException) refusal;
                })
                .start();
        stale("old");

        assertThat(lazy.getOrCreate(KEY, Creator.never())).isEqualTo("old");
        assertThat(lazy.dogpiles().isLocked(KEY)).isFalse();
    }

    static List<Throwable> refusals() {
        return List.of(
                new RejectedExecutionException("full"),
                new IllegalStateException("not started"),
                new OutOfMemoryError("unable to create native thread"));
    }

    @Test
    void earlyRefresh_nearTheEnd_makesANewValueOfAFreshOne() {
        DogpileJvm eager = DogpileJvm.on(backend, clock).earlyRefresh(1).start();
        eager.getOrCreate(KEY, Creator.during(() -> clock.advance(20_000), "first"));
        int calls = 0;
        while (calls == 0 && eager.dogpiles().look(KEY).isPresent()) {
            Creator creator = Creator.of("second");
            clock.advance(500);
            assertThat(eager.dogpiles().look(KEY).orElseThrow().isStale()).isFalse();
            eager.getOrCreate(KEY, creator);
            calls = creator.calls();
        }

        assertThat(stored()).isEqualTo("second");
    }

    @Test
    void earlyRefresh_ofAReadThroughCache_loadsBeforeTheEnd() {
        Loader loader = new Loader();
        DogpileJvm eager =
                DogpileJvm.on(backend, clock).earlyRefresh(1).loader(loader).start();
        eager.region().get(KEY);

        while (loader.loads == 1 && eager.dogpiles().look(KEY).isPresent()) {
            clock.advance(500);
            assertThat(eager.dogpiles().look(KEY).orElseThrow().isStale()).isFalse();
            assertThat(eager.region().get(KEY)).isEqualTo("load " + loader.loads);
        }

        assertThat(loader.loads).isEqualTo(2);
        assertThat(eager.region().statistics().hits()).isPositive();
        assertThat(eager.region().statistics().misses()).isEqualTo(2);
    }

    @Test
    void earlyRefresh_ofAllInAReadThroughCache_loadsBeforeTheEnd() {
        Loader loader = new Loader();
        DogpileJvm eager =
                DogpileJvm.on(backend, clock).earlyRefresh(1).loader(loader).start();
        eager.region().getAll(Set.of(KEY));

        while (loader.loads == 1 && eager.dogpiles().look(KEY).isPresent()) {
            clock.advance(500);
            assertThat(eager.dogpiles().look(KEY).orElseThrow().isStale()).isFalse();
            assertThat(eager.region().getAll(Set.of(KEY))).containsEntry(KEY, "load " + loader.loads);
        }

        assertThat(loader.loads).isEqualTo(2);
    }

    /** Takes its time. */
    private final class Loader implements CacheLoader<String, String> {

        private int loads;

        @Override
        public String load(String key) {
            clock.advance(20_000);
            loads++;
            return "load " + loads;
        }

        @Override
        public Map<String, String> loadAll(Iterable<? extends String> keys) {
            return Map.of(KEY, load(KEY));
        }
    }

    @Test
    void putting_aCreatedValue_isCountedAsAPut() {
        jvm.getOrCreate(
                KEY,
                Creator.of("new"),
                CreationOptions.<String>builder().putting(true).build());

        assertThat(stored()).isEqualTo("new");
        assertThat(jvm.region().statistics().puts()).isEqualTo(1);
    }

    @Test
    void putting_unset_isCountedAsALoad() {
        jvm.getOrCreate(KEY, Creator.of("new"));

        assertThat(stored()).isEqualTo("new");
        assertThat(jvm.region().statistics().puts()).isZero();
    }

    @Test
    void refresh_ofAFreshValue_makesANewOne() {
        stored("old");

        assertThat(jvm.dogpiles().refresh(KEY, Creator.of("new"))).isEqualTo("new");
        assertThat(stored()).isEqualTo("new");
    }

    @Test
    void refresh_thatMakesNothing_leavesWhatIsThere() {
        stored("old");

        assertThat(jvm.dogpiles().refresh(KEY, Creator.of(null))).isNull();
        assertThat(stored()).isEqualTo("old");
    }

    @Nested
    class UnderAnExpiryPolicy {

        private final DogpileJvm governed = DogpileJvm.on(backend, clock)
                .policy(new ModifiedExpiryPolicy(new javax.cache.expiry.Duration(TimeUnit.SECONDS, 10)))
                .start();

        @Test
        void valuePastItsDeadline_isAbsent() {
            governed.region().put(KEY, "old");
            clock.advance(10_000);

            assertThat(governed.dogpiles().look(KEY)).isEmpty();
            whileHeld(() -> {
                governed.duringSleep(() -> governed.region().put(KEY, "new"));
                assertThat(governed.getOrCreate(KEY, Creator.never())).isEqualTo("new");
            });
        }

        @Test
        void valuePastItsDeadline_isGivenToWhoAsksForIt() {
            governed.region().put(KEY, "old");
            clock.advance(10_000);
            CreationOptions<String> options = CreationOptions.<String>builder()
                    .stalePolicy(StalePolicy.WHILE_REGENERATING)
                    .build();

            whileHeld(() -> assertThat(governed.getOrCreate(KEY, Creator.never(), options))
                    .isEqualTo("old"));
        }

        private void whileHeld(Runnable event) {
            DogpileJvm holder = DogpileJvm.on(backend, clock)
                    .policy(new EternalExpiryPolicy())
                    .seed(3)
                    .start();
            holder.dogpiles().refresh(KEY, Creator.during(event, "late"));
        }
    }
}
