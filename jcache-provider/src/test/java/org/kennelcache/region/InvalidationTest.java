package org.kennelcache.region;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayDeque;
import java.util.Deque;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.TimeUnit;
import javax.cache.expiry.CreatedExpiryPolicy;
import javax.cache.expiry.EternalExpiryPolicy;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.kennelcache.ManualClock;
import org.kennelcache.dogpile.Invalidation;
import org.kennelcache.spi.Backend;
import org.kennelcache.spi.ForwardingBackend;
import org.kennelcache.spi.MapBackend;
import org.kennelcache.spi.StoredRecord;

/** What an invalidation makes of values, on the heap and on a backend. */
class InvalidationTest {

    private static final String KEY = "key";
    private static final long BOUND_MILLIS = 1_000;

    /** Where values are. */
    enum Place {
        HEAP,
        BACKEND
    }

    private final ManualClock clock = new ManualClock();
    private final Backend backend = new MapBackend(clock);

    private DogpileJvm.Builder on(Place place) {
        return DogpileJvm.on(place == Place.HEAP ? null : backend, clock);
    }

    private static void stored(DogpileJvm jvm, ManualClock clock) {
        jvm.getOrCreate(KEY, Creator.of("old"));
        clock.advance(10);
    }

    @ParameterizedTest
    @EnumSource
    void soft_makesValuesStale(Place place) {
        DogpileJvm jvm = on(place).start();
        stored(jvm, clock);

        jvm.dogpiles().invalidate(Invalidation.SOFT);

        assertThat(jvm.dogpiles().look(KEY)).get().matches(cached -> cached.isStale());
        assertThat(jvm.region().get(KEY)).isNull();
        assertThat(jvm.region().getAll(Set.of(KEY))).isEmpty();
        assertThat(jvm.region().iterator()).isExhausted();
        assertThat(jvm.getOrCreate(
                        KEY,
                        Creator.during(
                                () -> assertThat(jvm.getOrCreate(KEY, Creator.never()))
                                        .isEqualTo("old"),
                                "new")))
                .isEqualTo("new");
    }

    @ParameterizedTest
    @EnumSource
    void soft_leavesWhatIsStoredAfterIt(Place place) {
        DogpileJvm jvm = on(place).start();
        jvm.dogpiles().invalidate(Invalidation.SOFT);
        clock.advance(1);

        jvm.getOrCreate(KEY, Creator.of("new"));

        assertThat(jvm.getOrCreate(KEY, Creator.never())).isEqualTo("new");
        assertThat(jvm.region().get(KEY)).isEqualTo("new");
    }

    @ParameterizedTest
    @EnumSource
    void soft_underAnExpiryPolicy_leavesPlainReadsAlone(Place place) {
        for (var policy : List.of(
                new EternalExpiryPolicy(),
                new CreatedExpiryPolicy(new javax.cache.expiry.Duration(TimeUnit.HOURS, 1)))) {
            DogpileJvm jvm = on(place).policy(policy).start();
            stored(jvm, clock);

            jvm.dogpiles().invalidate(Invalidation.SOFT);

            assertThat(jvm.region().get(KEY)).isEqualTo("old");
            assertThat(jvm.getOrCreate(KEY, Creator.of("new"))).isEqualTo("new");
            jvm.region().remove(KEY);
            clock.advance(10);
        }
    }

    @ParameterizedTest
    @EnumSource
    void hard_leavesNothing(Place place) {
        DogpileJvm jvm = on(place).start();
        stored(jvm, clock);

        jvm.dogpiles().invalidate(Invalidation.HARD);

        assertThat(jvm.dogpiles().look(KEY)).isEmpty();
        assertThat(jvm.region().get(KEY)).isNull();
        assertThat(jvm.region().containsKey(KEY)).isFalse();
        assertThat(jvm.region().iterator()).isExhausted();
        clock.advance(1);
        assertThat(jvm.region().putIfAbsent(KEY, "new")).isTrue();
        assertThat(jvm.region().get(KEY)).isEqualTo("new");
    }

    @ParameterizedTest
    @EnumSource
    void hard_whileAValueIsMade_keepsItFromBeingStored(Place place) {
        DogpileJvm jvm = on(place).start();

        String given = jvm.getOrCreate(
                KEY,
                Creator.during(
                        () -> {
                            clock.advance(1);
                            jvm.dogpiles().invalidate(Invalidation.HARD);
                            clock.advance(1);
                        },
                        "made of old data"));

        assertThat(given).isEqualTo("made of old data");
        assertThat(jvm.region().get(KEY)).isNull();
    }

    @ParameterizedTest
    @EnumSource
    void local_concernsThisJvmOnly(Invalidation kind) {
        DogpileJvm jvm = on(Place.BACKEND).start();
        DogpileJvm other = on(Place.BACKEND).start();
        stored(jvm, clock);

        jvm.dogpiles().invalidate(kind);

        assertThat(other.region().get(KEY)).isEqualTo("old");
    }

    @ParameterizedTest
    @EnumSource
    void shared_concernsOtherJvmsWithinTheBound(Invalidation kind) {
        DogpileJvm jvm = on(Place.BACKEND).sharingInvalidation().start();
        DogpileJvm other = on(Place.BACKEND).sharingInvalidation().start();
        stored(jvm, clock);
        assertThat(other.region().get(KEY)).isEqualTo("old");

        jvm.dogpiles().invalidate(kind);
        clock.advance(BOUND_MILLIS);

        assertThat(jvm.region().get(KEY)).isNull();
        assertThat(other.region().get(KEY)).isNull();
    }

    @ParameterizedTest
    @EnumSource
    void shared_whileAnOlderAnswerIsUnderWay_holdsAtOnce(Invalidation kind) {
        SlowAnswers slow = new SlowAnswers(backend);
        DogpileJvm jvm = DogpileJvm.on(slow, clock).sharingInvalidation().start();
        stored(jvm, clock);
        clock.advance(BOUND_MILLIS);
        slow.beforeAnswers.add(() -> {}); // that of the value; the next one is that of the marks
        slow.beforeAnswers.add(() -> jvm.dogpiles().invalidate(kind));

        jvm.region().get(KEY);

        assertThat(slow.beforeAnswers).isEmpty();
        assertThat(jvm.region().get(KEY)).isNull();
    }

    /** Reads, has something happen, and only then answers. */
    private static final class SlowAnswers extends ForwardingBackend {

        private final Deque<Runnable> beforeAnswers = new ArrayDeque<>();

        SlowAnswers(Backend next) {
            super(next);
        }

        @Override
        public Optional<StoredRecord> get(String name) {
            Optional<StoredRecord> record = super.get(name);
            Runnable action = beforeAnswers.poll();
            if (action != null) {
                action.run();
            }
            return record;
        }
    }

    @ParameterizedTest
    @EnumSource
    void shared_isKnownToAJvmThatStartsLater(Invalidation kind) {
        DogpileJvm jvm = on(Place.BACKEND).sharingInvalidation().start();
        stored(jvm, clock);
        jvm.dogpiles().invalidate(kind);

        DogpileJvm later = on(Place.BACKEND).sharingInvalidation().start();

        assertThat(later.region().get(KEY)).isNull();
        assertThat(later.dogpiles().look(KEY).isPresent()).isEqualTo(kind == Invalidation.SOFT);
    }
}
