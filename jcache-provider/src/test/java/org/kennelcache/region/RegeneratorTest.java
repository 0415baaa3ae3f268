package org.kennelcache.region;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.time.Duration;
import javax.cache.CacheException;
import org.junit.jupiter.api.Nested;
import org.junit.jupiter.api.Test;
import org.kennelcache.dogpile.CreationOptions;
import org.kennelcache.dogpile.CreationTimeoutException;
import org.kennelcache.dogpile.StalePolicy;

/** Each state of the value, with its lock free, held by the other JVM, or lost to it. */
class RegeneratorTest extends TwoJvms {

    private static final CreationOptions<String> NEVER_STALE =
            CreationOptions.<String>builder().stalePolicy(StalePolicy.NEVER).build();

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
}
