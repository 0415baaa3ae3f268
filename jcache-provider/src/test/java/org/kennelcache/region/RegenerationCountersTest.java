package org.kennelcache.region;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.HashMap;
import java.util.Map;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.kennelcache.ManualClock;
import org.kennelcache.dogpile.CreationOptions;
import org.kennelcache.dogpile.DogpileMonitor;
import org.kennelcache.dogpile.StalePolicy;
import org.kennelcache.spi.MapBackend;

/** What is counted of the values that two JVMs make. */
class RegenerationCountersTest {

    private static final String KEY = "key";

    private final ManualClock clock = new ManualClock();
    private final MapBackend backend = new MapBackend(clock);
    private final DogpileJvm jvm = DogpileJvm.on(backend, clock).start();
    private final DogpileJvm other = DogpileJvm.on(backend, clock).seed(2).start();
    private final DogpileMonitor seen = jvm.dogpiles().monitor();

    private void makeStale(String value) {
        other.region().put(KEY, value);
        clock.advance(DogpileJvm.SOFT_AGE.toMillis());
    }

    private static Map<String, String> make(Set<String> keys) {
        Map<String, String> made = new HashMap<>();
        keys.forEach(key -> made.put(key, "made " + key));
        return made;
    }

    @Test
    void getOrCreate_ofWhatIsAbsent_isOneRegeneration() {
        jvm.getOrCreate(KEY, Creator.of("value"));
        jvm.getOrCreate(KEY, Creator.never());

        assertThat(seen.regenerations()).isEqualTo(1);
        assertThat(seen.avoided()).isZero();
        assertThat(seen.waits()).isEqualTo(new DogpileMonitor.Waits(0, 0));
    }

    @Test
    void getOrCreate_creatorFails_isOneFailure() {
        IllegalStateException failure = new IllegalStateException("no value");

        assertThatThrownBy(() -> jvm.getOrCreate(KEY, Creator.failing(failure))).isSameAs(failure);

        assertThat(seen.failures()).isEqualTo(1);
        assertThat(seen.regenerations()).isZero();
    }

    @Test
    void getOrCreate_otherJvmMakesIt_isAvoidedAfterOneWait() {
        jvm.duringSleep(() -> {});
        jvm.duringSleep(() -> other.region().put(KEY, "others"));
        other.dogpiles().refresh(KEY, key -> {
            assertThat(jvm.getOrCreate(KEY, Creator.never())).isEqualTo("others");
            return "value";
        });

        assertThat(seen.avoided()).isEqualTo(1);
        assertThat(seen.regenerations()).isZero();
        assertThat(seen.waits().count()).isEqualTo(1);
        assertThat(seen.waits().nanos()).isPositive();
    }

    @Test
    void getOrCreate_staleWhileOtherJvmRenews_isServedStale() {
        makeStale("old");

        other.dogpiles().refresh(KEY, key -> {
            assertThat(jvm.getOrCreate(KEY, Creator.never())).isEqualTo("old");
            return "new";
        });

        assertThat(seen.staleServed()).isEqualTo(1);
    }

    @Test
    void getOrCreate_renewalFailsAndOldValueWillDo_isServedStale() {
        makeStale("old");
        CreationOptions<String> options = CreationOptions.<String>builder()
                .stalePolicy(StalePolicy.ON_ERROR)
                .build();

        assertThat(jvm.getOrCreate(KEY, Creator.failing(new IllegalStateException("no value")), options))
                .isEqualTo("old");

        assertThat(seen.staleServed()).isEqualTo(1);
        assertThat(seen.failures()).isEqualTo(1);
    }

    @Test
    void getOrCreateAll_ofSomeThatAreMissing_isOneRegenerationForEach() {
        jvm.region().put("a", "1");

        jvm.dogpiles()
                .getOrCreateAll(Set.of("a", "b", "c"), RegenerationCountersTest::make, CreationOptions.defaults());

        assertThat(seen.regenerations()).isEqualTo(2);
        assertThat(seen.avoided()).isZero();
    }

    @Test
    void getOrCreateAll_otherJvmMakesOne_isAvoidedForThatOne() {
        jvm.duringSleep(() -> other.region().put(KEY, "others"));
        other.dogpiles().refresh(KEY, key -> {
            jvm.dogpiles().getOrCreateAll(Set.of(KEY, "b"), RegenerationCountersTest::make, CreationOptions.defaults());
            return "value";
        });

        assertThat(seen.regenerations()).isEqualTo(1);
        assertThat(seen.avoided()).isEqualTo(1);
        assertThat(seen.waits().count()).isEqualTo(1);
    }

    @Test
    void getOrCreateAll_staleWhileOtherJvmRenews_isServedStale() {
        makeStale("old");

        other.dogpiles().refresh(KEY, key -> {
            jvm.dogpiles().getOrCreateAll(Set.of(KEY), RegenerationCountersTest::make, CreationOptions.defaults());
            return "new";
        });

        assertThat(seen.staleServed()).isEqualTo(1);
        assertThat(seen.regenerations()).isZero();
    }
}
