package org.kennelcache.store;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.Collection;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.Consumer;
import org.junit.jupiter.api.Test;
import org.kennelcache.spi.Backend;
import org.kennelcache.spi.BackendException;
import org.kennelcache.spi.ContentionException;
import org.kennelcache.spi.ForwardingBackend;
import org.kennelcache.spi.Swap;

/** Operations on many entries: round trips, and what is known of them when they fail midway. */
class RecordBatchesTest extends RecordStoreSetup {

    private final Map<Object, Decision<Object, Object>> carriedOut = new HashMap<>();
    private final Map<Object, Prior<Object>> replaced = new HashMap<>();

    private void updateAll(Map<Object, Transition<Object, Object>> transitions) {
        store.updateAll(transitions, (key, prior, decision) -> {
            assertThat(carriedOut).doesNotContainKey(key);
            carriedOut.put(key, decision);
            replaced.put(key, prior);
        });
    }

    private static Map<Object, Transition<Object, Object>> counts(int keys) {
        Map<Object, Transition<Object, Object>> counts = new HashMap<>();
        for (int i = 0; i < keys; i++) {
            counts.put(i, COUNT);
        }
        return counts;
    }

    private BackendException failNextWrite() {
        BackendException failure = new BackendException(BackendException.Reason.TIMEOUT, "late", null);
        backend.beforeNextWrite(() -> {
            throw failure;
        });
        return failure;
    }

    @Test
    void bulkOperations_hundredThousandKeys_areSplitIntoBatches() {
        int count = 100_000;
        int batches = count / Backend.MAX_BATCH;
        Map<Object, Object> values = new HashMap<>();
        for (int i = 0; i < count; i++) {
            values.put(i, i);
        }

        store.putAll(values, Deadline.ETERNAL, stored -> {});
        assertThat(backend.takeCalls()).hasSize(batches).containsOnly("putAll 1000");
        assertThat(store.getAll(values.keySet())).isEqualTo(values);
        assertThat(backend.takeCalls()).hasSize(batches).containsOnly("getAll 1000");
        store.removeAll(values.keySet());
        assertThat(backend.takeCalls()).hasSize(batches).containsOnly("removeAll 1000");
        assertThat(map.scan("")).isExhausted();
    }

    @Test
    void putAll_largeValues_areSplitBySize() {
        byte[] threeMebibytes = new byte[3 << 20];

        store.putAll(
                Map.of(1, threeMebibytes, 2, threeMebibytes, 3, threeMebibytes, 4, threeMebibytes),
                Deadline.ETERNAL,
                stored -> {});

        assertThat(backend.takeCalls()).containsExactly("putAll 3", "putAll 1");
    }

    @Test
    void updateAll_twoRoundTripsOrOneIfNothingChanges() {
        updateAll(Map.of(1, COUNT, 2, COUNT, 3, DELETE));
        assertThat(backend.takeCalls()).containsExactly("getAll 3", "commitAll 2");
        assertThat(store.getAll(Set.of(1, 2, 3))).isEqualTo(Map.of(1, 1, 2, 1));
        backend.takeCalls();
        carriedOut.clear();

        updateAll(Map.of(1, KEEP, 2, KEEP));
        assertThat(backend.takeCalls()).containsExactly("getAll 2");
        assertThat(carriedOut.get(1).result()).isEqualTo(1);
    }

    @Test
    void updateAll_lostRace_runsThatOneAgainAndTellsOfThatRun() {
        store.putAll(Map.of(1, 10, 2, 20), Deadline.ETERNAL, stored -> {});
        backend.takeCalls();
        backend.beforeNextWrite(() -> fixture.store(map, "cache").put(1, 41, Deadline.ETERNAL));

        updateAll(Map.of(1, COUNT, 2, COUNT));

        assertThat(backend.takeCalls()).containsExactly("getAll 2", "commitAll 2", "get", "commit");
        assertThat(store.getAll(Set.of(1, 2))).isEqualTo(Map.of(1, 42, 2, 21));
        assertThat(replaced.get(1).liveValue()).isEqualTo(41);
        assertThat(replaced.get(2).liveValue()).isEqualTo(20);
    }

    @Test
    void updateAll_manyKeys_areSplitIntoBatches() {
        updateAll(counts(2_500));

        assertThat(backend.takeCalls())
                .containsExactly(
                        "getAll 1000",
                        "commitAll 1000",
                        "getAll 1000",
                        "commitAll 1000",
                        "getAll 500",
                        "commitAll 500");
    }

    @Test
    void updateAll_secondWriteFails_hasToldOfTheFirstAndOfNothingElse() {
        backend.beforeNextWrite(() -> {});
        BackendException failure = failNextWrite();

        assertThatThrownBy(() -> updateAll(counts(2_500))).isSameAs(failure);

        assertThat(carriedOut).hasSize(Backend.MAX_BATCH);
        assertThat(store.keys()).isEqualTo(carriedOut.keySet());
    }

    @Test
    void updateAll_failsWithinABatch_hasToldOfWhatWasDoneAndOfNothingElse() {
        BackendException failure = new BackendException(BackendException.Reason.TIMEOUT, "late", null);
        EntryStore<Object, Object> failing = fixture.store(new FailingLater(map, 7, failure), "cache");

        assertThatThrownBy(() -> failing.updateAll(counts(20), (key, prior, decision) -> carriedOut.put(key, decision)))
                .isSameAs(failure);

        assertThat(carriedOut).hasSize(7);
        assertThat(store.keys()).isEqualTo(carriedOut.keySet());
    }

    /** Does swaps one by one, and fails after some. */
    private static final class FailingLater extends ForwardingBackend {

        private final BackendException failure;
        private int left;

        FailingLater(Backend next, int times, BackendException failure) {
            super(next);
            this.left = times;
            this.failure = failure;
        }

        @Override
        public void commitAll(Collection<Swap> swaps, Consumer<String> done) {
            swaps.forEach(swap -> {
                if (left-- == 0) {
                    throw failure;
                }
                super.commitAll(List.of(swap), done);
            });
        }
    }

    @Test
    void updateAll_writeFails_hasToldOfThoseThatHadNothingToWrite() {
        failNextWrite();

        assertThatThrownBy(() -> updateAll(Map.of(1, COUNT, 2, KEEP, 3, REMOVE, 4, COUNT)))
                .isInstanceOf(BackendException.class);

        assertThat(carriedOut).containsOnlyKeys(2, 3);
    }

    @Test
    void updateAll_oneKeyLosesRaceAfterRace_hasToldOfTheOthers() {
        RecordStore<Object, Object> other = fixture.store(map, "cache");
        for (int i = 0; i < Retries.DEFAULT.attempts() + 1; i++) {
            backend.beforeNextWrite(() -> other.put(1, "other", Deadline.ETERNAL));
        }

        assertThatThrownBy(() -> updateAll(counts(3))).isInstanceOf(ContentionException.class);

        assertThat(carriedOut).containsOnlyKeys(0, 2);
        assertThat(store.getAll(new HashSet<>(counts(3).keySet()))).isEqualTo(Map.of(0, 1, 1, "other", 2, 1));
    }

    @Test
    void updateAll_whoHearsUsesTheStore_findsWhatWasCommitted() {
        Map<Object, Object> found = new HashMap<>();

        store.updateAll(counts(3), (key, prior, decision) -> found.put(key, store.get(key)));

        assertThat(found).isEqualTo(Map.of(0, 1, 1, 1, 2, 1));
    }
}
