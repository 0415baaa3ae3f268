package org.kennelcache.region;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import java.util.function.Function;
import javax.cache.configuration.MutableCacheEntryListenerConfiguration;
import javax.cache.event.CacheEntryCreatedListener;
import javax.cache.event.CacheEntryListenerException;
import javax.cache.expiry.CreatedExpiryPolicy;
import javax.cache.integration.CacheLoader;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;
import org.kennelcache.Logs;
import org.kennelcache.ManualClock;
import org.kennelcache.dogpile.CreationOptions;
import org.kennelcache.dogpile.CreationTimeoutException;
import org.kennelcache.dogpile.StalePolicy;
import org.kennelcache.spi.MapBackend;
import org.kennelcache.spi.ScriptedBackend;

/** Several keys at once, of which some are there, some missing and some being made by another JVM. */
class BatchRegenerationTest {

    @RegisterExtension
    private final Logs logs = new Logs();

    private final ManualClock clock = new ManualClock();
    private final ScriptedBackend backend = new ScriptedBackend(new MapBackend(clock));
    private final DogpileJvm jvm = DogpileJvm.on(backend, clock).start();
    private final DogpileJvm other = DogpileJvm.on(backend, clock).seed(2).start();
    private final List<Set<String>> created = new ArrayList<>();
    private final CallLog<String> log = new CallLog<>();

    private Map<String, String> create(Set<String> keys) {
        created.add(new TreeSet<>(keys));
        Map<String, String> values = new HashMap<>();
        keys.forEach(key -> values.put(key, "made " + key));
        return values;
    }

    private Map<String, String> getOrCreate(Set<String> keys, Function<Set<String>, Map<String, String>> creator) {
        return jvm.dogpiles().getOrCreateAll(keys, creator, CreationOptions.defaults());
    }

    private void assertNothingIsLocked(Set<String> keys) {
        assertThat(keys).noneMatch(key -> jvm.dogpiles().isLocked(key));
        assertThat(jvm.renewals()).isZero();
    }

    @Test
    void getOrCreateAll_ofWhatIsThere_readsOnceAndCreatesNothing() {
        jvm.region().putAll(Map.of("a", "1", "b", "2"));
        backend.takeCalls();

        assertThat(getOrCreate(Set.of("a", "b"), this::create)).isEqualTo(Map.of("a", "1", "b", "2"));

        assertThat(backend.takeCalls()).containsExactly("getAll 2");
        assertThat(created).isEmpty();
    }

    @Test
    void getOrCreateAll_ofSomeThatAreMissing_createsThoseTogether() {
        jvm.region().put("a", "1");

        assertThat(getOrCreate(Set.of("a", "b", "c"), this::create))
                .isEqualTo(Map.of("a", "1", "b", "made b", "c", "made c"));

        assertThat(created).containsExactly(Set.of("b", "c"));
        assertThat(other.region().getAll(Set.of("b", "c"))).hasSize(2);
        assertNothingIsLocked(Set.of("a", "b", "c"));
    }

    @Test
    void getOrCreateAll_ofWhatTheCreatorLeavesOut_hasNoValueForIt() {
        assertThat(getOrCreate(Set.of("a", "b"), keys -> Map.of("a", "1"))).isEqualTo(Map.of("a", "1"));
        assertThat(jvm.region().containsKey("b")).isFalse();
        assertNothingIsLocked(Set.of("a", "b"));
    }

    @Test
    void getOrCreateAll_ofAnExpiredEntryThatTheCreatorLeavesOut_removesItAtOnce() {
        Region<String, String> region = withExpired("a", new RegionSetup<>());

        region.dogpiles().getOrCreateAll(Set.of("a", "b"), keys -> Map.of(), CreationOptions.defaults());

        assertThat(log.calls()).containsExactly("CREATED a null->1", "EXPIRED a 1->null");
    }

    @Test
    void getAll_ofAnExpiredEntryThatTheLoaderHasNot_removesItAtOnce() {
        Region<String, String> region = withExpired("a", new RegionSetup<String>().readThrough(new EmptySource()));

        assertThat(region.getAll(Set.of("a", "b"))).isEmpty();

        assertThat(log.calls()).containsExactly("CREATED a null->1", "EXPIRED a 1->null");
    }

    private Region<String, String> withExpired(String key, RegionSetup<String> setup) {
        Region<String, String> region =
                setup.expiry(new CreatedExpiryPolicy(FixedExpiry.millis(20))).create();
        region.register(log.listener());
        region.put(key, "1");
        setup.clock().advance(20);
        return region;
    }

    /** Has nothing to load. */
    private static final class EmptySource implements CacheLoader<String, String> {

        @Override
        public String load(String key) {
            return null;
        }

        @Override
        public Map<String, String> loadAll(Iterable<? extends String> keys) {
            return Map.of();
        }
    }

    @Test
    void getOrCreateAll_ofWhatTheCreatorAdds_ignoresIt() {
        assertThat(getOrCreate(Set.of("a"), keys -> Map.of("a", "1", "b", "2"))).isEqualTo(Map.of("a", "1"));
        assertThat(jvm.region().containsKey("b")).isFalse();
    }

    @Test
    void getOrCreateAll_ofNothing_asksNobody() {
        assertThat(getOrCreate(Set.of(), this::create)).isEmpty();
        assertThat(backend.takeCalls()).isEmpty();
    }

    @Test
    void getOrCreateAll_whileAnotherMakesSome_waitsForThoseAndMakesTheRest() {
        for (String held : List.of("a", "b", "c")) {
            created.clear();
            jvm.duringSleep(() -> other.region().put(held, "of the other"));

            other.dogpiles()
                    .refresh(
                            held,
                            Creator.during(
                                    () -> assertThat(getOrCreate(Set.of("a", "b", "c"), this::create))
                                            .containsEntry(held, "of the other")
                                            .hasSize(3),
                                    "late"));

            assertThat(created).noneMatch(keys -> keys.contains(held));
            assertThat(created.stream().mapToInt(Set::size).sum()).isEqualTo(2);
            assertNothingIsLocked(Set.of("a", "b", "c"));
            other.region().removeAll(Set.of("a", "b", "c"));
        }
    }

    @Test
    void getOrCreateAll_whileItWaits_holdsNothing() {
        jvm.duringSleep(() -> {
            assertThat(other.dogpiles().isLocked("b")).isFalse();
            other.region().put("a", "of the other");
        });

        other.dogpiles().refresh("a", Creator.during(() -> getOrCreate(Set.of("a", "b"), this::create), "late"));

        assertThat(created).containsExactly(Set.of("b"));
    }

    @Test
    void getOrCreateAll_whenTheCreatorFails_givesAllLocksBack() {
        IllegalStateException broken = new IllegalStateException("broken");

        assertThatThrownBy(() -> getOrCreate(Set.of("a", "b"), keys -> {
                    throw broken;
                }))
                .isSameAs(broken);

        assertNothingIsLocked(Set.of("a", "b"));
        assertThat(getOrCreate(Set.of("a", "b"), this::create)).hasSize(2);
    }

    @Test
    void getOrCreateAll_ofStaleValuesThatAnotherMakes_givesThemAtOnce() {
        jvm.region().putAll(Map.of("a", "1", "b", "2"));
        clock.advance(DogpileJvm.SOFT_AGE.toMillis());

        other.dogpiles()
                .refresh(
                        "a",
                        Creator.during(
                                () -> assertThat(getOrCreate(Set.of("a", "b"), this::create))
                                        .isEqualTo(Map.of("a", "1", "b", "made b")),
                                "new"));

        assertThat(jvm.sleeps()).isZero();
    }

    @Test
    void getOrCreateAll_onErrorWithStaleValues_givesThemAndLogsTheErrorOnce() {
        IllegalStateException broken = new IllegalStateException("broken");
        jvm.region().putAll(Map.of("a", "1", "b", "2"));
        clock.advance(DogpileJvm.SOFT_AGE.toMillis());
        CreationOptions<String> options = CreationOptions.<String>builder()
                .stalePolicy(StalePolicy.ON_ERROR)
                .build();

        Map<String, String> given = jvm.dogpiles()
                .getOrCreateAll(
                        Set.of("a", "b"),
                        keys -> {
                            throw broken;
                        },
                        options);

        assertThat(given).isEqualTo(Map.of("a", "1", "b", "2"));
        assertThat(logs.failures()).containsExactly(broken);
    }

    @Test
    void getOrCreateAll_onErrorWhenTheCreatorEndsInAnErrorOfTheJvm_throwsItAndGivesAllLocksBack() {
        jvm.region().putAll(Map.of("a", "1", "b", "2"));
        clock.advance(DogpileJvm.SOFT_AGE.toMillis());
        OutOfMemoryError exhausted = new OutOfMemoryError("exhausted");
        CreationOptions<String> options = CreationOptions.<String>builder()
                .stalePolicy(StalePolicy.ON_ERROR)
                .build();

        assertThatThrownBy(() -> jvm.dogpiles()
                        .getOrCreateAll(
                                Set.of("a", "b"),
                                keys -> {
                                    throw exhausted;
                                },
                                options))
                .isSameAs(exhausted);

        assertNothingIsLocked(Set.of("a", "b"));
    }

    @Test
    void getOrCreateAll_listenerFailsAndThenTheWaitIsTooLong_tellsBoth() {
        failingListener();
        waitForEver();

        other.dogpiles()
                .refresh(
                        "b",
                        Creator.during(
                                () -> assertThatThrownBy(() -> getOrCreate(Set.of("a", "b"), this::create))
                                        .isInstanceOf(CreationTimeoutException.class)
                                        .satisfies(failure -> assertThat(failure.getSuppressed())
                                                .hasOnlyElementsOfType(CacheEntryListenerException.class)
                                                .hasSize(1)),
                                "late"));

        assertThat(created).containsExactly(Set.of("a"));
    }

    @Test
    void getOrCreateAll_listenerFailsOnWhatWasWaitedFor_makesTheRest() {
        failingListener();
        backend.loseNextRelease();
        assertThatThrownBy(() -> other.getOrCreate("a", Creator.failing(new IllegalStateException("killed"))))
                .hasMessage("killed");

        assertThatThrownBy(() -> getOrCreate(Set.of("a", "b"), this::create))
                .isInstanceOf(CacheEntryListenerException.class);

        assertThat(created).containsExactly(Set.of("a"), Set.of("b"));
        assertThat(other.region().getAll(Set.of("a", "b"))).isEqualTo(Map.of("a", "made a", "b", "made b"));
        assertNothingIsLocked(Set.of("a", "b"));
    }

    private void failingListener() {
        CacheEntryCreatedListener<String, String> failing = events -> {
            throw new IllegalStateException("deaf");
        };
        jvm.region().register(new MutableCacheEntryListenerConfiguration<>(() -> failing, null, false, true));
    }

    private void waitForEver() {
        for (int i = 0; i < 1_000; i++) {
            jvm.duringSleep(other::outliveLeases);
        }
    }

    @Test
    void getOrCreateAll_beyondTheWaitLimit_isATimeout() {
        waitForEver();

        other.dogpiles()
                .refresh(
                        "a",
                        Creator.during(
                                () -> assertThatThrownBy(() -> getOrCreate(Set.of("a", "b"), this::create))
                                        .isInstanceOf(CreationTimeoutException.class),
                                "late"));

        assertNothingIsLocked(Set.of("a", "b"));
    }
}
