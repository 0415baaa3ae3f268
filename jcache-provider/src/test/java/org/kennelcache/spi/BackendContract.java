package org.kennelcache.spi;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatCode;
import static org.awaitility.Awaitility.await;
import static org.kennelcache.SameTime.inThreads;

import java.nio.ByteBuffer;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.junit.jupiter.api.Test;

/**
 * What every {@link Backend} has to do. The test of a backend extends this and says how to get one; all of them may be
 * on one server, as every test uses names of its own.
 */
public abstract class BackendContract extends BackendFixture {

    @Test
    void get_nothingStored_isEmpty() {
        assertThat(backend().get(name)).isEmpty();
    }

    @Test
    void commit_anything_storesWhateverIsThere() {
        StoredRecord.Draft second = draft("second");

        assertThat(backend().commit(name, Version.ANY, draft("first"))).isTrue();
        assertThat(backend().commit(name, Version.ANY, second)).isTrue();
        assertStored(name, second);
    }

    @Test
    void commit_everyByteValue_isReadBackUnchanged() {
        byte[] content = new byte[512];
        for (int i = 0; i < content.length; i++) {
            content[i] = (byte) i;
        }
        StoredRecord.Draft draft = draft(content, Optional.empty());

        backend().commit(name, Version.ANY, draft);

        assertStored(name, draft);
    }

    @Test
    void commit_halfAMebibyte_isReadBackUnchanged() {
        StoredRecord.Draft draft = draft(new byte[512 << 10], Optional.empty());

        backend().commit(name, Version.ANY, draft);

        assertStored(name, draft);
    }

    @Test
    void commit_absentExpected_storesOnlyWhereNothingIs() {
        StoredRecord.Draft first = draft("first");

        assertThat(backend().commit(name, Version.ABSENT, first)).isTrue();
        assertThat(backend().commit(name, Version.ABSENT, draft("second"))).isFalse();
        assertStored(name, first);
    }

    @Test
    void commit_versionThatWasRead_storesOnce() {
        backend().commit(name, Version.ANY, draft("first"));
        Version read = versionOf(name);
        StoredRecord.Draft second = draft("second");

        assertThat(backend().commit(name, read, second)).isTrue();
        assertThat(backend().commit(name, read, draft("third"))).isFalse();
        assertStored(name, second);
    }

    @Test
    void commit_versionOfARemovedRecord_storesNothing() {
        backend().commit(name, Version.ANY, draft("first"));
        Version read = versionOf(name);
        backend().remove(name, Version.ANY);

        assertThat(backend().commit(name, read, draft("second"))).isFalse();
        assertThat(backend().get(name)).isEmpty();
    }

    @Test
    void commit_versionFromBeforeRemovalAndReturn_storesNothing() {
        backend().commit(name, Version.ANY, draft("same"));
        Version read = versionOf(name);
        backend().remove(name, Version.ANY);
        StoredRecord.Draft again = draft("same");
        backend().commit(name, Version.ABSENT, again);

        assertThat(backend().commit(name, read, draft("late"))).isFalse();
        assertStored(name, again);
    }

    @Test
    void version_readTwiceWithoutChange_isEqual() {
        backend().commit(name, Version.ANY, draft("first"));

        assertThat(versionOf(name)).isEqualTo(versionOf(name));
    }

    @Test
    void commit_overWhatIsNoEnvelope_replacesItByItsVersion() {
        backend().commit(name, Version.ANY, new StoredRecord.Draft(new byte[] {1, 2, 3}, Optional.empty()));
        Version read = versionOf(name);
        StoredRecord.Draft draft = draft("ours");

        assertThat(backend().commit(name, Version.ABSENT, draft)).isFalse();
        assertThat(backend().commit(name, read, draft)).isTrue();
        assertStored(name, draft);
    }

    @Test
    void remove_versionThatWasRead_removesOnce() {
        backend().commit(name, Version.ANY, draft("first"));
        Version read = versionOf(name);

        assertThat(backend().remove(name, read)).isTrue();
        assertThat(backend().remove(name, read)).isFalse();
        assertThat(backend().get(name)).isEmpty();
    }

    @Test
    void remove_otherVersion_removesNothing() {
        backend().commit(name, Version.ANY, draft("first"));
        Version read = versionOf(name);
        StoredRecord.Draft second = draft("second");
        backend().commit(name, Version.ANY, second);

        assertThat(backend().remove(name, read)).isFalse();
        assertStored(name, second);
    }

    @Test
    void remove_anything_tellsWhetherThereWasARecord() {
        backend().commit(name, Version.ANY, draft("first"));

        assertThat(backend().remove(name, Version.ANY)).isTrue();
        assertThat(backend().remove(name, Version.ANY)).isFalse();
    }

    @Test
    void commit_timeToLive_recordIsThereAndLaterGone() {
        StoredRecord.Draft draft = draft(new byte[0], Optional.of(Duration.ofMillis(1500)));
        backend().commit(name, Version.ANY, draft);

        assertStored(name, draft);
        await().atMost(Duration.ofSeconds(10))
                .untilAsserted(() -> assertThat(backend().get(name)).isEmpty());
        assertThat(backend().commit(name, Version.ABSENT, draft("next"))).isTrue();
    }

    @Test
    void commit_noTimeToLiveOverOneWithIt_staysForGood() {
        backend().commit(name, Version.ANY, draft(new byte[0], Optional.of(Duration.ofSeconds(1))));
        backend().commit(name, Version.ANY, draft("stays"));
        String witness = prefix + "witness";
        backend().commit(witness, Version.ANY, draft(new byte[0], Optional.of(Duration.ofSeconds(2))));

        await().atMost(Duration.ofSeconds(10))
                .untilAsserted(() -> assertThat(backend().get(witness)).isEmpty());
        assertThat(backend().get(name)).isPresent();
    }

    @Test
    void commit_timeToLiveOfACentury_recordIsThere() {
        StoredRecord.Draft draft = draft(new byte[0], Optional.of(Duration.ofDays(36_500)));
        backend().commit(name, Version.ANY, draft);

        assertStored(name, draft);
    }

    @Test
    void commit_longestName_isReadBack() {
        String longest = prefix + "x".repeat(Backend.MAX_NAME_LENGTH - prefix.length());
        StoredRecord.Draft draft = draft("content");

        backend().commit(longest, Version.ANY, draft);

        assertStored(longest, draft);
    }

    @Test
    void getAll_someOfThemThere_givesThoseWithTheirVersions() {
        Map<String, StoredRecord.Draft> drafts = numbered(3);
        backend().putAll(drafts);
        List<String> asked = new ArrayList<>(drafts.keySet());
        asked.add(prefix + "absent");

        Map<String, StoredRecord> found = backend().getAll(asked);

        assertThat(found).containsOnlyKeys(drafts.keySet());
        found.forEach((stored, record) -> {
            assertThat(record.bytes()).isEqualTo(drafts.get(stored).bytes());
            assertThat(record.version()).isEqualTo(versionOf(stored));
        });
    }

    @Test
    void bulkOperations_aFullBatch_doTheirWorkOnAll() {
        Map<String, StoredRecord.Draft> drafts = numbered(Backend.MAX_BATCH);
        Set<String> names = drafts.keySet();

        backend().putAll(drafts);
        assertThat(backend().getAll(names)).containsOnlyKeys(names);
        backend().removeAll(names);
        assertThat(backend().getAll(names)).isEmpty();
    }

    @Test
    void bulkOperations_nothing_doNothing() {
        backend().putAll(Map.of());
        backend().removeAll(Set.of());

        assertThat(backend().getAll(Set.of())).isEmpty();
        assertThat(Committed.by(backend(), List.of())).isEmpty();
    }

    @Test
    void putAll_overOtherRecords_replacesThemAndTheirVersions() {
        backend().commit(name, Version.ANY, draft("first"));
        Version read = versionOf(name);
        StoredRecord.Draft second = draft("second");

        backend().putAll(Map.of(name, second));

        assertThat(backend().commit(name, read, draft("third"))).isFalse();
        assertStored(name, second);
    }

    @Test
    void putAll_someWithATimeToLive_storesAll() {
        Map<String, StoredRecord.Draft> drafts = numbered(3);
        drafts.put(name, draft(new byte[0], Optional.of(Duration.ofMinutes(1))));

        backend().putAll(drafts);

        drafts.forEach(this::assertStored);
    }

    @Test
    void commitAll_writesAndRemovals_doesThoseThatAreAsExpected() {
        Map<String, StoredRecord.Draft> present = numbered(4);
        backend().putAll(present);
        List<String> names = List.copyOf(present.keySet());
        Version outdated = versionOf(names.get(3));
        StoredRecord.Draft others = draft("others");
        backend().commit(names.get(3), Version.ANY, others);
        StoredRecord.Draft next = draft("next");

        Set<String> done = Committed.by(
                backend(),
                List.of(
                        new Swap(names.get(0), versionOf(names.get(0)), Optional.of(next)),
                        new Swap(names.get(1), versionOf(names.get(1)), Optional.empty()),
                        new Swap(names.get(2), Version.ABSENT, Optional.of(next)),
                        new Swap(names.get(3), outdated, Optional.of(next)),
                        new Swap(prefix + "absent", Version.ABSENT, Optional.of(next)),
                        new Swap(prefix + "any", Version.ANY, Optional.of(next)),
                        new Swap(prefix + "nothing", Version.ANY, Optional.empty())));

        assertThat(done).containsExactlyInAnyOrder(names.get(0), names.get(1), prefix + "absent", prefix + "any");
        assertThat(backend().get(names.get(1))).isEmpty();
        assertStored(names.get(0), next);
        assertStored(names.get(2), present.get(names.get(2)));
        assertStored(names.get(3), others);
        assertStored(prefix + "absent", next);
        assertStored(prefix + "any", next);
    }

    @Test
    void commitAll_inThreadsAtOnce_eachRecordIsChangedByOne() throws Exception {
        Map<String, StoredRecord.Draft> present = numbered(20);
        backend().putAll(present);
        Map<String, StoredRecord> found = backend().getAll(present.keySet());

        List<Set<String>> outcomes = inThreads(
                THREADS,
                () -> Committed.by(
                        backend(),
                        found.entrySet().stream()
                                .map(each ->
                                        new Swap(each.getKey(), each.getValue().version(), Optional.of(draft("mine"))))
                                .toList()));

        assertThat(outcomes.stream().flatMap(Set::stream)).containsExactlyInAnyOrderElementsOf(present.keySet());
    }

    @Test
    void putAll_timeToLive_recordIsLaterGone() {
        backend().putAll(Map.of(name, draft(new byte[0], Optional.of(Duration.ofSeconds(1)))));

        await().atMost(Duration.ofSeconds(10))
                .untilAsserted(() -> assertThat(backend().getAll(List.of(name))).isEmpty());
    }

    @Test
    void removeAll_someOfThemThere_removesThose() {
        backend().commit(name, Version.ANY, draft("first"));

        backend().removeAll(List.of(prefix + "absent", name));

        assertThat(backend().get(name)).isEmpty();
    }

    @Test
    void commit_manyThreadsCountByCompareAndSet_noneIsLost() throws Exception {
        int each = 50;
        backend().commit(name, Version.ANY, counter(0));

        inThreads(THREADS, () -> {
            for (int i = 0; i < each; i++) {
                increment();
            }
            return null;
        });

        assertThat(count(backend().get(name).orElseThrow())).isEqualTo(THREADS * each);
    }

    private void increment() {
        boolean done;
        do {
            StoredRecord record = backend().get(name).orElseThrow();
            done = backend().commit(name, record.version(), counter(count(record) + 1));
        } while (!done);
    }

    private static StoredRecord.Draft counter(int count) {
        return draft(ByteBuffer.allocate(Integer.BYTES).putInt(count).array(), Optional.empty());
    }

    private static int count(StoredRecord record) {
        return ByteBuffer.wrap(record.bytes()).getInt(StoredRecord.VERSION_OFFSET + StoredRecord.VERSION_LENGTH);
    }

    @Test
    void commit_manyThreadsExpectAbsent_oneWins() throws Exception {
        List<Boolean> outcomes = inThreads(THREADS, () -> backend().commit(name, Version.ABSENT, draft("mine")));

        assertThat(outcomes).containsOnlyOnce(true);
    }

    @Test
    void remove_manyThreadsExpectOneVersion_oneWins() throws Exception {
        backend().commit(name, Version.ANY, draft("first"));
        Version read = versionOf(name);

        List<Boolean> outcomes = inThreads(THREADS, () -> backend().remove(name, read));

        assertThat(outcomes).containsOnlyOnce(true);
    }

    @Test
    void get_interruptedThread_keepsItsInterruptStatus() {
        backend().commit(name, Version.ANY, draft("first"));

        Thread.currentThread().interrupt();
        try {
            backend().get(name);
        } catch (BackendException e) {
            assertThat(e.reason()).isEqualTo(BackendException.Reason.INTERRUPTED);
        }

        assertThat(Thread.interrupted()).isTrue();
        assertThat(backend().get(name)).isPresent();
    }

    @Test
    void servers_namesAtLeastOne() {
        assertThat(backend().servers()).isNotEmpty().allMatch(server -> !server.isBlank());
    }

    @Test
    void close_twice_doesNothing() {
        backend().close();

        assertThatCode(backend()::close).doesNotThrowAnyException();
    }
}
