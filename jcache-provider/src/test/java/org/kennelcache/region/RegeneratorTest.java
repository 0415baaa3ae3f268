package org.kennelcache.region;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.time.Duration;
import java.util.concurrent.RejectedExecutionException;
import java.util.concurrent.TimeUnit;
import javax.cache.CacheException;
import javax.cache.expiry.EternalExpiryPolicy;
import javax.cache.expiry.ModifiedExpiryPolicy;
import org.junit.jupiter.api.Nested;
import org.junit.jupiter.api.Test;
import org.kennelcache.ManualClock;
import org.kennelcache.ManualExecutor;
import org.kennelcache.dogpile.CreationOptions;
import org.kennelcache.dogpile.CreationTimeoutException;
import org.kennelcache.dogpile.StalePolicy;
import org.kennelcache.spi.MapBackend;
import org.kennelcache.spi.ScriptedBackend;

/** Two JVMs and one key: each state of the value, with its lock free, held by the other JVM, or lost to it. */
class RegeneratorTest {

    private static final String KEY = "key";
    private static final CreationOptions<String> NEVER_STALE =
            CreationOptions.<String>builder().stalePolicy(StalePolicy.NEVER).build();

    private final ManualClock clock = new ManualClock();
    private final ScriptedBackend backend = new ScriptedBackend(new MapBackend(clock));
    private final DogpileJvm jvm = DogpileJvm.on(backend, clock).start();
    private final DogpileJvm other = DogpileJvm.on(backend, clock).seed(2).start();

    private void stored(String value) {
        other.region().put(KEY, value);
    }

    private void stale(String value) {
        stored(value);
        clock.advance(DogpileJvm.SOFT_AGE.toMillis());
    }

    /** Has the other JVM create a value, and something happen meanwhile. */
    private void whileTheOtherCreates(String value, Runnable event) {
        other.dogpiles().refresh(KEY, Creator.during(event, value));
    }

    private String stored() {
        return jvm.region().get(KEY);
    }

    @Nested
    class Fresh {

        @Test
        void free_isGivenByOneRead() {
            stored("old");
            backend.takeCalls();

            assertThat(jvm.getOrCreate(KEY, Creator.never())).isEqualTo("old");
            assertThat(backend.takeCalls()).containsExactly("get");
        }

        @Test
        void held_isGivenByOneRead() {
            stored("old");

            whileTheOtherCreates("new", () -> {
                backend.takeCalls();
                assertThat(jvm.getOrCreate(KEY, Creator.never())).isEqualTo("old");
                assertThat(backend.takeCalls()).containsExactly("get");
            });
        }
    }

    @Nested
    class Stale {

        @Test
        void free_isMadeAnewByTheCaller() {
            stale("old");

            assertThat(jvm.getOrCreate(KEY, Creator.of("new"))).isEqualTo("new");
            assertThat(stored()).isEqualTo("new");
        }

        @Test
        void held_isGivenAtOnce() {
            stale("old");

            whileTheOtherCreates(
                    "new",
                    () -> assertThat(jvm.getOrCreate(KEY, Creator.never())).isEqualTo("old"));

            assertThat(jvm.sleeps()).isZero();
        }

        @Test
        void heldByTheSameJvm_isGivenWithoutAskingForTheLock() {
            stale("old");

            jvm.getOrCreate(
                    KEY,
                    Creator.during(
                            () -> {
                                backend.takeCalls();
                                assertThat(jvm.getOrCreate(KEY, Creator.never()))
                                        .isEqualTo("old");
                                assertThat(backend.takeCalls()).containsExactly("get");
                            },
                            "new"));
        }

        @Test
        void held_forACallerThatTakesNothingStale_isWaitedFor() {
            stale("old");
            jvm.duringSleep(() -> stored("new"));

            whileTheOtherCreates(
                    "late",
                    () -> assertThat(jvm.getOrCreate(KEY, Creator.never(), NEVER_STALE))
                            .isEqualTo("new"));

            assertThat(jvm.sleeps()).isEqualTo(1);
        }

        @Test
        void lost_doesNotReplaceTheNewerValue() {
            stale("old");

            String given = jvm.getOrCreate(
                    KEY,
                    Creator.during(
                            () -> {
                                clock.advance(DogpileJvm.LEASE.toMillis());
                                other.getOrCreate(KEY, Creator.of("newer"));
                            },
                            "late"));

            assertThat(given).isEqualTo("newer");
            assertThat(stored()).isEqualTo("newer");
        }

        @Test
        void lost_doesNotReviveWhatWasRemoved() {
            stale("old");

            String given = jvm.getOrCreate(
                    KEY,
                    Creator.during(
                            () -> {
                                clock.advance(DogpileJvm.LEASE.toMillis());
                                other.getOrCreate(KEY, Creator.of("newer"));
                                other.region().remove(KEY);
                            },
                            "late"));

            assertThat(given).isEqualTo("late");
            assertThat(stored()).isNull();
        }

        @Test
        void pastItsStore_isAbsent() {
            stale("old");
            clock.advance(Duration.ofDays(1).toMillis());

            assertThat(jvm.dogpiles().look(KEY)).isEmpty();
            assertThat(jvm.getOrCreate(KEY, Creator.of("new"))).isEqualTo("new");
        }

        @Test
        void plainOperations_seeNothing() {
            stale("old");

            assertThat(jvm.region().get(KEY)).isNull();
            assertThat(jvm.region().containsKey(KEY)).isFalse();
            assertThat(jvm.region().iterator()).isExhausted();
            assertThat(jvm.dogpiles().look(KEY)).get().satisfies(cached -> {
                assertThat(cached.value()).isEqualTo("old");
                assertThat(cached.isStale()).isTrue();
                assertThat(cached.age()).contains(DogpileJvm.SOFT_AGE);
            });
        }
    }

    @Nested
    class Absent {

        @Test
        void free_isMadeByTheCaller() {
            Creator creator = Creator.of("new");

            assertThat(jvm.getOrCreate(KEY, creator)).isEqualTo("new");
            assertThat(other.getOrCreate(KEY, Creator.never())).isEqualTo("new");

            assertThat(creator.calls()).isEqualTo(1);
        }

        @Test
        void free_costsTheStoreSevenCalls() {
            backend.takeCalls();

            jvm.getOrCreate(KEY, Creator.of("new"));

            assertThat(backend.takeCalls())
                    .containsExactly("get", "tryAcquire", "get", "renew", "get", "commit", "release");
        }

        @Test
        void free_leavesNoLockBehind() {
            jvm.getOrCreate(KEY, Creator.of("new"));

            assertThat(jvm.dogpiles().isLocked(KEY)).isFalse();
            assertThat(other.dogpiles().isLocked(KEY)).isFalse();
            assertThat(jvm.renewals()).isZero();
        }

        @Test
        void whileItIsMade_isLockedForEverybody() {
            jvm.getOrCreate(
                    KEY,
                    Creator.during(
                            () -> {
                                assertThat(jvm.dogpiles().isLocked(KEY)).isTrue();
                                assertThat(other.dogpiles().isLocked(KEY)).isTrue();
                            },
                            "new"));
        }

        @Test
        void held_isWaitedFor() {
            jvm.duringSleep(() -> {});
            jvm.duringSleep(() -> stored("new"));

            whileTheOtherCreates(
                    "late",
                    () -> assertThat(jvm.getOrCreate(KEY, Creator.never())).isEqualTo("new"));

            assertThat(jvm.sleeps()).isEqualTo(2);
        }

        @Test
        void held_byOneThatDied_isMadeWhenTheLeaseEnds() {
            backend.loseNextRelease();
            assertThatThrownBy(() -> other.getOrCreate(KEY, Creator.failing(new IllegalStateException("killed"))))
                    .hasMessage("killed");

            assertThat(jvm.getOrCreate(KEY, Creator.of("new"))).isEqualTo("new");

            assertThat(jvm.sleeps()).isPositive();
        }

        @Test
        void held_forLongerThanTheWaitLimit_isATimeout() {
            Creator forever = Creator.during(
                    () -> {
                        for (int i = 0; i < 1_000; i++) {
                            jvm.duringSleep(other::outliveLeases);
                        }
                        assertThatThrownBy(() -> jvm.getOrCreate(KEY, Creator.never()))
                                .isInstanceOf(CreationTimeoutException.class)
                                .hasMessageContaining("45000 ms");
                    },
                    "late");

            assertThat(other.getOrCreate(KEY, forever)).isEqualTo("late");
        }

        @Test
        void held_whileTheThreadIsInterrupted_fails() {
            jvm.duringSleep(() -> Thread.currentThread().interrupt());

            whileTheOtherCreates("late", () -> {
                assertThatThrownBy(() -> jvm.getOrCreate(KEY, Creator.never()))
                        .isInstanceOf(CacheException.class)
                        .hasMessageStartingWith("interrupted");
                assertThat(Thread.interrupted()).isTrue();
            });
        }

        @Test
        void lost_doesNotReplaceTheNewerValue() {
            String given = jvm.getOrCreate(
                    KEY,
                    Creator.during(
                            () -> {
                                clock.advance(DogpileJvm.LEASE.toMillis());
                                other.getOrCreate(KEY, Creator.of("newer"));
                            },
                            "late"));

            assertThat(given).isEqualTo("newer");
            assertThat(stored()).isEqualTo("newer");
        }

        @Test
        void renewed_isNotLost() {
            jvm.getOrCreate(
                    KEY,
                    Creator.during(
                            () -> {
                                jvm.outliveLeases();
                                assertThat(other.dogpiles().isLocked(KEY)).isTrue();
                            },
                            "new"));

            assertThat(stored()).isEqualTo("new");
        }

        @Test
        void put_whileItIsMade_winsOverWhatIsMade() {
            String given =
                    jvm.getOrCreate(KEY, Creator.during(() -> jvm.region().put(KEY, "put"), "made"));

            assertThat(given).isEqualTo("put");
            assertThat(stored()).isEqualTo("put");
        }

        @Test
        void creatorOfNull_createsNothing() {
            assertThat(jvm.getOrCreate(KEY, Creator.of(null))).isNull();
            assertThat(jvm.region().containsKey(KEY)).isFalse();
            assertThat(jvm.dogpiles().isLocked(KEY)).isFalse();
        }

        @Test
        void creatorThatFails_letsTheNextOneTry() {
            IllegalStateException broken = new IllegalStateException("broken");

            assertThatThrownBy(() -> jvm.getOrCreate(KEY, Creator.failing(broken)))
                    .isSameAs(broken);

            assertThat(jvm.dogpiles().isLocked(KEY)).isFalse();
            assertThat(jvm.renewals()).isZero();
            assertThat(other.getOrCreate(KEY, Creator.of("new"))).isEqualTo("new");
        }

        @Test
        void shouldCache_ofWhatIsNot_givesItAndStoresNothing() {
            CreationOptions<String> options = CreationOptions.<String>builder()
                    .shouldCache(String::isEmpty)
                    .build();

            assertThat(jvm.getOrCreate(KEY, Creator.of("new"), options)).isEqualTo("new");

            assertThat(stored()).isNull();
        }

        @Test
        void getOrCreate_ofAnotherKeyInACreator_works() {
            String given = jvm.getOrCreate(
                    KEY, Creator.during(() -> jvm.getOrCreate("another", Creator.of("inner")), "outer"));

            assertThat(given).isEqualTo("outer");
            assertThat(jvm.region().get("another")).isEqualTo("inner");
        }
    }

    @Nested
    class Options {

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
        void whileRegenerating_whenTheCreatorFails_fails() {
            stale("old");
            IllegalStateException broken = new IllegalStateException("broken");

            assertThatThrownBy(() -> jvm.getOrCreate(KEY, Creator.failing(broken)))
                    .isSameAs(broken);
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

        @Test
        void runner_thatTakesNothing_leavesTheStaleValue() {
            DogpileJvm lazy = DogpileJvm.on(backend, clock)
                    .runner(task -> {
                        throw new RejectedExecutionException("full");
                    })
                    .start();
            stale("old");

            assertThat(lazy.getOrCreate(KEY, Creator.never())).isEqualTo("old");
            assertThat(lazy.dogpiles().isLocked(KEY)).isFalse();
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
