package org.kennelcache.region;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.Collection;
import java.util.Map;
import java.util.SplittableRandom;
import java.util.stream.Stream;
import javax.cache.Cache;
import javax.cache.configuration.CacheEntryListenerConfiguration;
import javax.cache.configuration.MutableCacheEntryListenerConfiguration;
import javax.cache.event.CacheEntryCreatedListener;
import javax.cache.event.CacheEntryListenerException;
import javax.cache.expiry.EternalExpiryPolicy;
import javax.cache.integration.CacheWriter;
import javax.cache.integration.CacheWriterException;
import javax.cache.processor.EntryProcessor;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.kennelcache.Faces;
import org.kennelcache.ManualClock;
import org.kennelcache.ManualExecutor;
import org.kennelcache.event.EventDispatcher;
import org.kennelcache.store.Aging;
import org.kennelcache.store.Backoff;
import org.kennelcache.store.Deadline;
import org.kennelcache.store.HeapSettings;
import org.kennelcache.store.HeapStores;
import org.kennelcache.store.Isolation;
import org.kennelcache.store.Retries;

/** What comes before, at and after a commit, also when another process gets in between. */
class GuardedPipelineTest {

    private static final String KEY = "key";

    private final ManualClock clock = new ManualClock();
    private final ManualExecutor background = new ManualExecutor();
    private final CallLog<String> log = new CallLog<>();
    private final Statistics statistics = new Statistics(clock, true);
    private final EventDispatcher<String, String> events = new EventDispatcher<>(Faces.named("cache"), background);
    private final SweptEntries<String, String> swept =
            new SweptEntries<>(statistics, () -> true, background, key -> {});
    private final RacingStore<String, String> store = new RacingStore<>(HeapStores.create(new HeapSettings<>(
            true, Isolation.byReference(), 0, null, clock, background, swept, Aging.byPolicy(false))));
    private final Operations<String> operations = new Operations<>(new ExpiryRules(new EternalExpiryPolicy()));
    private final GuardedPipeline<String, String> pipeline = pipeline(log);

    GuardedPipelineTest() {
        events.register(log.listener());
    }

    @Test
    void run_writesThenCommitsThenTells() {
        pipeline.run(KEY, operations.put("1"));

        assertThat(log.calls()).containsExactly("write key=1", "CREATED key null->1");
        assertThat(store.get(KEY)).isEqualTo("1");
        assertThat(statistics.puts()).isEqualTo(1);
    }

    @Test
    void run_whenTheWriterFails_neitherCommitsNorTells() {
        GuardedPipeline<String, String> failing = pipeline(new FailingWriter());

        assertThatThrownBy(() -> failing.run(KEY, operations.put("1"))).isInstanceOf(CacheWriterException.class);

        assertThat(store.commits()).isZero();
        assertThat(log.calls()).isEmpty();
        assertThat(statistics.puts()).isZero();
    }

    @Test
    void runAll_leavesTheWriterAlone() {
        pipeline.runAll(Map.of(KEY, operations.put("1")), new Failures());

        assertThat(log.calls()).containsExactly("CREATED key null->1");
    }

    @ParameterizedTest
    @ValueSource(booleans = {false, true})
    void runAll_listenersCantBeToldOfSomeOrFail_tellsOfTheOthersAndKeepsEachFailure(boolean together) {
        store.updatesTogether(together);
        store.refuseToCopy("uncopyable");
        events.register(failingOn("b"));
        Failures failures = new Failures();

        Map<String, Boolean> results = pipeline.runAll(
                Map.of(
                        "a", operations.put("uncopyable"),
                        "b", operations.put("1"),
                        "c", operations.put("uncopyable"),
                        "d", operations.put("2")),
                failures);

        assertThat(results).containsOnlyKeys("a", "b", "c", "d");
        assertThat(log.calls()).containsExactlyInAnyOrder("CREATED b null->1", "CREATED d null->2");
        assertThat(statistics.puts()).isEqualTo(4);
        assertThatThrownBy(failures::throwIfAny)
                .satisfies(first -> assertThat(Stream.concat(Stream.of(first), Stream.of(first.getSuppressed())))
                        .extracting(Throwable::getMessage)
                        .containsExactlyInAnyOrder(
                                "not to be copied: uncopyable", "not to be copied: uncopyable", "failed on b"));
    }

    private static CacheEntryListenerConfiguration<String, String> failingOn(String key) {
        CacheEntryCreatedListener<String, String> listener = events -> events.forEach(event -> {
            if (event.getKey().equals(key)) {
                throw new CacheEntryListenerException("failed on " + key);
            }
        });
        return new MutableCacheEntryListenerConfiguration<>(() -> listener, null, false, true);
    }

    @Test
    void run_whenOthersWinTheRace_decidesAgainButWritesOnce() {
        store.beforeCommit(() -> store.put(KEY, "other's first", Deadline.ETERNAL));
        store.beforeCommit(() -> store.put(KEY, "other's second", Deadline.ETERNAL));

        String before = pipeline.run(KEY, operations.getAndPut("1"));

        assertThat(before).isEqualTo("other's second");
        assertThat(store.commits()).isEqualTo(3);
        assertThat(log.calls()).containsExactly("write key=1", "UPDATED key other's second->1");
        assertThat(store.get(KEY)).isEqualTo("1");
    }

    @Test
    void run_whenOthersWinTheRace_countsOnce() {
        store.beforeCommit(() -> store.put(KEY, "other's", Deadline.ETERNAL));

        pipeline.run(KEY, operations.getAndPut("1"));

        assertThat(statistics.puts()).isEqualTo(1);
        assertThat(statistics.hits()).isEqualTo(1);
        assertThat(statistics.misses()).isZero();
    }

    @Test
    void run_whenTheStoreDropsTheEntryMeanwhile_runsOnce() {
        store.put(KEY, "1", Deadline.ETERNAL);
        store.beforeCommit(store::clear);

        assertThat(pipeline.run(KEY, operations.replace("2"))).isTrue();

        assertThat(log.calls()).containsExactly("write key=2", "UPDATED key 1->2");
        assertThat(statistics.puts()).isOne();
        assertThat(store.get(KEY)).isEqualTo("2");
    }

    @Test
    void run_whoseNewDecisionNeedsAnotherCallOfTheWriter_makesIt() {
        EntryProcessor<String, String, String> toggle = (entry, arguments) -> {
            if (entry.exists()) {
                entry.remove();
            } else {
                entry.setValue("1");
            }
            return null;
        };
        store.beforeCommit(() -> store.put(KEY, "other's", Deadline.ETERNAL));

        pipeline.run(
                KEY, new Invocation<>(KEY, toggle, new Object[0], operations, store, new ReadThrough<>(null, false)));

        assertThat(log.calls()).containsExactly("write key=1", "delete key", "REMOVED key other's->null");
        assertThat(store.contains(KEY)).isFalse();
    }

    @Test
    void run_afterASweep_tellsOfTheExpiryFirst() {
        swept.expired(KEY, "old");

        pipeline.run(KEY, operations.put("1"));

        assertThat(log.calls()).containsExactly("write key=1", "EXPIRED key old->null", "CREATED key null->1");
    }

    @Test
    void announceSwept_tellsUnlessAnOperationHas() {
        swept.expired(KEY, "old");

        pipeline.announceSwept(KEY);
        pipeline.announceSwept(KEY);

        assertThat(log.calls()).containsExactly("EXPIRED key old->null");
    }

    private GuardedPipeline<String, String> pipeline(CacheWriter<String, String> writer) {
        return new GuardedPipeline<>(
                store,
                new KeyMutex<>(),
                new WriteThrough<>(writer, store),
                statistics,
                new Notifier<>(events, store, swept, false),
                clock,
                new Backoff(Retries.DEFAULT, new SplittableRandom(1), nanos -> {}));
    }

    private static final class FailingWriter implements CacheWriter<String, String> {

        @Override
        public void write(Cache.Entry<? extends String, ? extends String> entry) {
            throw new IllegalStateException();
        }

        @Override
        public void writeAll(Collection<Cache.Entry<? extends String, ? extends String>> entries) {
            throw new IllegalStateException();
        }

        @Override
        public void delete(Object key) {
            throw new IllegalStateException();
        }

        @Override
        public void deleteAll(Collection<?> keys) {
            throw new IllegalStateException();
        }
    }
}
