package org.kennelcache.region;

import static java.util.stream.Collectors.toMap;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.junit.jupiter.params.provider.Arguments.argumentSet;

import java.util.Map;
import java.util.Set;
import java.util.function.Consumer;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import java.util.stream.StreamSupport;
import javax.cache.expiry.Duration;
import javax.cache.integration.CacheLoader;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.MethodSource;
import org.kennelcache.Logs;
import org.kennelcache.ManualClock;
import org.kennelcache.dogpile.CreationOptions;
import org.kennelcache.dogpile.Invalidation;
import org.kennelcache.spi.Backend;
import org.kennelcache.spi.BackendException;
import org.kennelcache.spi.BackendException.Reason;
import org.kennelcache.spi.MortalBackend;

/**
 * What each operation does while the servers are out of reach, and when they are back, with
 * {@code on_backend_error = miss}.
 */
class OutageTest {

    private static final String KEY = "key";

    @RegisterExtension
    final Logs logs = new Logs();

    private final ManualClock clock = new ManualClock();
    private final MortalBackend servers = new MortalBackend(clock);
    private final CallLog<String> log = new CallLog<>();

    /** What a cache has besides its entries. */
    enum Company {
        NOTHING,
        LISTENER,
        WRITER,
        MOVING_DEADLINES
    }

    private DogpileJvm.Builder jvm() {
        return DogpileJvm.on(servers, clock).forgivingOutages();
    }

    private DogpileJvm jvm(Company company) {
        DogpileJvm jvm = switch (company) {
            case NOTHING, LISTENER -> jvm().start();
            case WRITER -> jvm().writeThrough(log).start();
            case MOVING_DEADLINES -> {
                Duration second = FixedExpiry.millis(1_000);
                yield jvm().policy(new FixedExpiry(second, second, null)).start();
            }
        };
        if (company == Company.LISTENER) {
            jvm.region().register(log.listener());
        }
        return jvm;
    }

    private Region<String, String> filled(Company company) {
        Region<String, String> region = jvm(company).region();
        region.put(KEY, "old");
        log.calls().clear();
        return region;
    }

    private static Map<String, String> entries(Region<String, String> region) {
        Iterable<Map.Entry<String, String>> entries = region::iterator;
        return StreamSupport.stream(entries.spliterator(), false)
                .collect(toMap(Map.Entry::getKey, Map.Entry::getValue));
    }

    @ParameterizedTest
    @EnumSource
    void reads_serversAreDown_miss(Company company) {
        Region<String, String> region = filled(company);
        region.statistics().clear();
        servers.fail(Reason.TIMEOUT);

        assertThat(region.get(KEY)).isNull();
        assertThat(region.getAll(Set.of(KEY, "other"))).isEmpty();
        assertThat(region.containsKey(KEY)).isFalse();
        assertThat(region.statistics().hits()).isZero();
        assertThat(region.statistics().misses()).isEqualTo(3);
        servers.work();
        assertThat(region.get(KEY)).isEqualTo("old");
    }

    private static Stream<Arguments> changes() {
        return Stream.of(
                        change("put", region -> region.put(KEY, "new")),
                        change("putAll", region -> region.putAll(Map.of(KEY, "new"))),
                        change(
                                "remove",
                                region -> assertThat(region.remove(KEY)).isFalse()),
                        change("removeAll", region -> region.removeAll(Set.of(KEY))),
                        change("clear", Region::clear))
                .flatMap(change -> Stream.of(Company.values())
                        .map(company -> argumentSet(change.name + " with " + company, company, change.operation)));
    }

    /** An operation that has a name in a test. */
    private record Named(String name, Consumer<Region<String, String>> operation) {}

    private static Named change(String name, Consumer<Region<String, String>> operation) {
        return new Named(name, operation);
    }

    @ParameterizedTest
    @MethodSource("changes")
    void change_serversAreDown_oldValueIsNeverSeenAgain(Company company, Consumer<Region<String, String>> change) {
        Region<String, String> region = filled(company);
        servers.fail(Reason.UNREACHABLE);
        change.accept(region);
        assertThat(region.get(KEY)).isNull();
        servers.work();

        assertThat(region.containsKey(KEY)).isFalse();
        assertThat(region.getAll(Set.of(KEY))).isEmpty();
        assertThat(entries(region)).isEmpty();
        assertThat(region.putIfAbsent(KEY, "next")).isTrue();
        assertThat(region.get(KEY)).isEqualTo("next");
    }

    @ParameterizedTest
    @MethodSource("changes")
    void change_answerIsLost_leavesTheNewValueOrNone(Company company, Consumer<Region<String, String>> change) {
        Region<String, String> region = filled(company);
        servers.loseNextAnswer();

        change.accept(region);

        assertThat(region.get(KEY)).isIn(null, "new");
    }

    private static Stream<Arguments> conditions() {
        return Stream.of(
                        change("putIfAbsent", region -> region.putIfAbsent(KEY, "new")),
                        change("replace", region -> region.replace(KEY, "new")),
                        change("replace of a value", region -> region.replace(KEY, "old", "new")),
                        change("getAndPut", region -> region.getAndPut(KEY, "new")),
                        change("getAndReplace", region -> region.getAndReplace(KEY, "new")),
                        change("getAndRemove", region -> region.getAndRemove(KEY)),
                        change("remove of a value", region -> region.remove(KEY, "old")),
                        change(
                                "invoke",
                                region -> region.invoke(KEY, (entry, none) -> {
                                    entry.setValue("new");
                                    return null;
                                })),
                        change("iterator", Region::iterator),
                        change("removeAll", Region::removeAll))
                .flatMap(change -> Stream.of(Company.values())
                        .map(company -> argumentSet(change.name + " with " + company, company, change.operation)));
    }

    @ParameterizedTest
    @MethodSource("conditions")
    void operationThatHasToKnow_serversAreDown_failsAndChangesNothing(
            Company company, Consumer<Region<String, String>> operation) {
        Region<String, String> region = filled(company);
        servers.fail(Reason.UNREACHABLE);

        assertThatThrownBy(() -> operation.accept(region)).isInstanceOf(BackendException.class);
        assertThat(log.calls()).isEmpty();
        servers.work();
        assertThat(region.get(KEY)).isEqualTo("old");
    }

    @Test
    void put_serversAreDown_isWrittenThroughAndNobodyHearsOfAnEntry() {
        Region<String, String> region = filled(Company.WRITER);
        region.register(log.listener());
        servers.fail(Reason.UNREACHABLE);

        region.put(KEY, "new");
        region.remove(KEY);

        assertThat(log.calls()).containsExactly("write key=new", "delete key");
    }

    @Test
    void putAll_serversFailMidway_countsEachOnceAndLeavesNone() {
        Region<String, String> region = jvm().start().region();
        Map<String, String> values = IntStream.range(0, 2 * Backend.MAX_BATCH)
                .mapToObj(i -> KEY + i)
                .collect(toMap(key -> key, key -> "new"));
        servers.beforeNextCall(() -> {});
        servers.beforeNextCall(() -> servers.fail(Reason.UNREACHABLE));

        region.putAll(values);

        assertThat(region.statistics().puts()).isEqualTo(values.size());
        servers.work();
        assertThat(region.getAll(values.keySet())).isEmpty();
    }

    @Test
    void put_serversFailAfterTheRead_isWrittenThroughOnceAndNobodyHearsOfAnEntry() {
        Region<String, String> region = filled(Company.WRITER);
        region.register(log.listener());
        servers.beforeNextCall(() -> {});
        servers.beforeNextCall(() -> servers.fail(Reason.TIMEOUT));

        region.put(KEY, "new");

        assertThat(log.calls()).containsExactly("write key=new");
        servers.work();
        assertThat(region.get(KEY)).isNull();
    }

    @Test
    void put_answerIsLostAfterTheRead_isStoredOnceMore() {
        Region<String, String> region = filled(Company.WRITER);
        region.register(log.listener());
        servers.beforeNextCall(() -> {});
        servers.beforeNextCall(servers::loseNextAnswer);

        region.put(KEY, "new");

        assertThat(region.get(KEY)).isEqualTo("new");
        assertThat(log.calls()).containsExactly("write key=new", "CREATED key null->new");
    }

    @Test
    void get_readThrough_serversAreDown_givesWhatTheLoaderHas() {
        Region<String, String> region = jvm().readThrough(new Source()).start().region();
        region.statistics().clear();
        servers.fail(Reason.TIMEOUT);

        assertThat(region.get(KEY)).isEqualTo("loaded key");
        assertThat(region.getAll(Set.of(KEY, "other"))).isEqualTo(Map.of(KEY, "loaded key", "other", "loaded other"));
        assertThat(region.statistics().misses()).isEqualTo(3);
        servers.work();
        assertThat(region.containsKey(KEY)).isFalse();
    }

    /** Has a value for every key. */
    private static final class Source implements CacheLoader<String, String> {

        @Override
        public String load(String key) {
            return "loaded " + key;
        }

        @Override
        public Map<String, String> loadAll(Iterable<? extends String> keys) {
            return StreamSupport.stream(keys.spliterator(), false).collect(toMap(key -> key, this::load));
        }
    }

    @Test
    void getOrCreate_serversAreDown_createsAndStoresNothing() {
        DogpileJvm jvm = jvm().start();
        jvm.getOrCreate(KEY, Creator.of("old"));
        servers.fail(Reason.UNREACHABLE);

        assertThat(jvm.getOrCreate(KEY, Creator.of("new"))).isEqualTo("new");
        assertThat(jvm.dogpiles()
                        .getOrCreateAll(
                                Set.of(KEY),
                                missing -> missing.stream().collect(toMap(key -> key, key -> "new")),
                                CreationOptions.defaults()))
                .isEqualTo(Map.of(KEY, "new"));
        assertThat(jvm.dogpiles().refresh(KEY, Creator.of("newer"))).isEqualTo("newer");
        assertThat(jvm.dogpiles().look(KEY)).isEmpty();
        assertThat(jvm.dogpiles().isLocked(KEY)).isFalse();
        assertThat(jvm.renewals()).isZero();
        servers.work();
        assertThat(jvm.getOrCreate(KEY, Creator.never())).isEqualTo("old");
    }

    @Test
    void getOrCreate_serversFailDuringTheCreation_givesWhatWasCreated() {
        DogpileJvm jvm = jvm().start();

        assertThat(jvm.getOrCreate(KEY, Creator.during(() -> servers.fail(Reason.TIMEOUT), "new")))
                .isEqualTo("new");
    }

    @Test
    void getOrCreate_serversAreBackDuringTheCreation_storesNothing() {
        DogpileJvm jvm = jvm().start();
        servers.fail(Reason.UNREACHABLE);

        assertThat(jvm.getOrCreate(KEY, Creator.during(servers::work, "new"))).isEqualTo("new");

        assertThat(jvm.region().get(KEY)).isNull();
    }

    @Test
    void getOrCreate_marksOfOthersCantBeRead_creates() {
        DogpileJvm jvm = jvm().sharingInvalidation().start();
        servers.fail(Reason.UNREACHABLE);

        assertThat(jvm.getOrCreate(KEY, Creator.of("new"))).isEqualTo("new");
        assertThatThrownBy(() -> jvm.dogpiles().invalidate(Invalidation.SOFT)).isInstanceOf(BackendException.class);
    }

    @Test
    void getOrCreate_serversRefuse_fails() {
        DogpileJvm jvm = jvm().start();
        servers.fail(Reason.AUTHENTICATION);

        assertThatThrownBy(() -> jvm.getOrCreate(KEY, Creator.never())).isInstanceOf(BackendException.class);
    }
}
