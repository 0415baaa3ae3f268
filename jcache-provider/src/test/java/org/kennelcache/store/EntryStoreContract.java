package org.kennelcache.store;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.kennelcache.SameTime.inThreads;

import java.util.Collections;
import java.util.HashMap;
import java.util.HashSet;
import java.util.Iterator;
import java.util.List;
import java.util.Map;
import java.util.NoSuchElementException;
import java.util.Set;
import java.util.concurrent.atomic.AtomicInteger;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.kennelcache.store.Decision.Lookup;

/**
 * What every store of entries promises to a region; a store's own test says how to get one, and adds what it has more.
 */
abstract class EntryStoreContract {

    static final String KEY = "key";

    private static final int THREADS = 8;

    EntryStore<String, String> store;

    /** An empty store. */
    abstract EntryStore<String, String> create();

    @BeforeEach
    void createStore() {
        store = create();
    }

    @AfterEach
    void closeStore() {
        store.close();
    }

    @Test
    void absentKey_isAbsent() {
        assertThat(store.get(KEY)).isNull();
        assertThat(store.contains(KEY)).isFalse();
        assertThat(store.read(KEY)).isEqualTo(Prior.absent());
        assertThat(store.getAll(Set.of(KEY))).isEmpty();
        assertThat(store.entries().hasNext()).isFalse();
    }

    @Test
    void put_stores() {
        store.put(KEY, "1", Deadline.ETERNAL);

        assertThat(store.get(KEY)).isEqualTo("1");
        assertThat(store.contains(KEY)).isTrue();
        assertThat(store.read(KEY).liveValue()).isEqualTo("1");
        assertThat(store.read(KEY).deadline()).isEqualTo(Deadline.ETERNAL);
        assertThat(store.getAll(Set.of(KEY, "absent"))).isEqualTo(Map.of(KEY, "1"));
    }

    @Test
    void getAll_givesAMapThatTheCallerMayChange() {
        store.put(KEY, "1", Deadline.ETERNAL);

        store.getAll(Set.of(KEY)).clear();

        assertThat(store.get(KEY)).isEqualTo("1");
    }

    @Test
    void update_givesThePriorAndCarriesOutTheDecision() {
        Decision<String, String> created = store.update(
                KEY,
                (prior, now) ->
                        Decision.write("1", Deadline.ETERNAL, "was " + prior.liveValue(), Lookup.MISS, Change.CREATED));
        Decision<String, String> removed =
                store.update(KEY, (prior, now) -> Decision.delete("was " + prior.liveValue(), Lookup.HIT));

        assertThat(created.result()).isEqualTo("was null");
        assertThat(removed.result()).isEqualTo("was 1");
        assertThat(store.contains(KEY)).isFalse();
    }

    @Test
    void update_thatKeeps_changesNothing() {
        store.put(KEY, "1", Deadline.ETERNAL);
        Prior<String> before = store.read(KEY);

        store.update(KEY, (prior, now) -> Decision.keep(null, Lookup.NONE));
        store.update("absent", (prior, now) -> Decision.keep(null, Lookup.NONE));

        assertThat(store.read(KEY)).isEqualTo(before);
        assertThat(store.contains("absent")).isFalse();
    }

    @Test
    void update_whoseTransitionThrows_changesNothing() {
        store.put(KEY, "1", Deadline.ETERNAL);

        assertThatThrownBy(() -> store.update(KEY, (prior, now) -> {
                    throw new IllegalStateException("undecided");
                }))
                .hasMessage("undecided");

        assertThat(store.get(KEY)).isEqualTo("1");
    }

    @Test
    void updateAll_carriesOutEachDecisionAndTellsWhatItWasTakenOn() {
        store.put(KEY, "1", Deadline.ETERNAL);
        Map<String, String> told = new HashMap<>();
        Transition<String, Object> put = (prior, now) -> write("2");
        Transition<String, Object> keep = (prior, now) -> Decision.keep("kept", Lookup.NONE);

        store.updateAll(
                Map.of(KEY, put, "new", put, "absent", keep),
                (key, prior, decision) ->
                        told.put(key, prior.liveValue() + "->" + decision.value() + " " + decision.result()));

        assertThat(told).isEqualTo(Map.of(KEY, "1->2 null", "new", "null->2 null", "absent", "null->null kept"));
        assertThat(store.getAll(Set.of(KEY, "new", "absent"))).isEqualTo(Map.of(KEY, "2", "new", "2"));
    }

    @Test
    void updateAll_oneTransitionThrows_tellsOfNoneThatWasNotCarriedOut() {
        Map<String, Transition<String, Object>> transitions = new HashMap<>();
        for (int i = 0; i < 10; i++) {
            transitions.put("key " + i, (prior, now) -> write("1"));
        }
        transitions.put(KEY, (prior, now) -> {
            throw new IllegalStateException("undecided");
        });
        Set<String> told = new HashSet<>();

        assertThatThrownBy(() -> store.updateAll(transitions, (key, prior, decision) -> told.add(key)))
                .hasMessage("undecided");

        assertThat(store.keys()).isEqualTo(told);
    }

    @Test
    void commit_ofWhatIsStillAsExpected_isDone() {
        assertThat(store.commit(KEY, store.read(KEY), write("1"))).isTrue();
        assertThat(store.commit(KEY, store.read(KEY), write("2"))).isTrue();
        assertThat(store.get(KEY)).isEqualTo("2");

        assertThat(store.commit(KEY, store.read(KEY), Decision.delete(null, Lookup.NONE)))
                .isTrue();
        assertThat(store.contains(KEY)).isFalse();
    }

    @Test
    void commit_ofWhatWasCreatedMeanwhile_isNotDone() {
        Prior<String> expected = store.read(KEY);
        store.put(KEY, "meanwhile", Deadline.ETERNAL);

        assertThat(store.commit(KEY, expected, write("1"))).isFalse();

        assertThat(store.get(KEY)).isEqualTo("meanwhile");
    }

    @Test
    void commit_ofWhatWasChangedMeanwhile_isNotDone() {
        store.put(KEY, "1", Deadline.ETERNAL);
        Prior<String> expected = store.read(KEY);
        store.put(KEY, "meanwhile", Deadline.ETERNAL);

        assertThat(store.commit(KEY, expected, Decision.delete(null, Lookup.NONE)))
                .isFalse();

        assertThat(store.get(KEY)).isEqualTo("meanwhile");
    }

    @Test
    void keys_areThoseOfTheLiveEntries() {
        store.put("a", "1", Deadline.ETERNAL);
        store.put("b", "2", Deadline.ETERNAL);

        assertThat(store.keys()).containsExactlyInAnyOrder("a", "b");
    }

    @Test
    void getAll_withNullAmongTheKeys_isRefused() {
        assertThatThrownBy(() -> store.getAll(Collections.singleton(null))).isInstanceOf(NullPointerException.class);
    }

    @Test
    void putAll_getAll_keys_removeAll_ofManyEntries_reachEachOfThem() {
        Map<String, String> values = new HashMap<>();
        for (int i = 0; i < 2_500; i++) {
            values.put("key " + i, "value " + i);
        }

        AtomicInteger told = new AtomicInteger();
        store.putAll(values, Deadline.ETERNAL, told::addAndGet);
        assertThat(told).hasValue(values.size());
        assertThat(store.getAll(values.keySet())).isEqualTo(values);
        assertThat(store.keys()).isEqualTo(values.keySet());
        store.removeAll(values.keySet());
        assertThat(store.keys()).isEmpty();
    }

    @Test
    void putAll_ofNothing_andRemoveAll_ofWhatIsAbsent_doNothing() {
        store.put(KEY, "1", Deadline.ETERNAL);

        store.putAll(Map.of(), Deadline.ETERNAL, stored -> {});
        store.removeAll(Set.of());
        store.removeAll(Set.of("absent"));

        assertThat(store.keys()).containsExactly(KEY);
    }

    @Test
    void keys_areASetThatTheCallerMayChange() {
        store.put(KEY, "1", Deadline.ETERNAL);

        store.keys().clear();

        assertThat(store.get(KEY)).isEqualTo("1");
    }

    @Test
    void update_byManyThreadsThatCount_losesNone() throws Exception {
        int each = 50;

        inThreads(THREADS, () -> {
            for (int i = 0; i < each; i++) {
                store.update(KEY, (prior, now) -> write(String.valueOf(1 + count(prior))));
            }
            return null;
        });

        assertThat(store.get(KEY)).isEqualTo(String.valueOf(THREADS * each));
    }

    private static int count(Prior<String> prior) {
        String value = prior.liveValue();
        return value == null ? 0 : Integer.parseInt(value);
    }

    @Test
    void update_byManyThreadsThatPutIfAbsent_letsOneWin() throws Exception {
        Transition<String, Boolean> putIfAbsent = (prior, now) -> prior.liveValue() == null
                ? Decision.write("mine", Deadline.ETERNAL, true, Lookup.MISS, Change.CREATED)
                : Decision.keep(false, Lookup.HIT);

        List<Boolean> outcomes =
                inThreads(THREADS, () -> store.update(KEY, putIfAbsent).result());

        assertThat(outcomes).containsOnlyOnce(true);
    }

    @Test
    void entries_areTheLiveOnes() {
        store.put("a", "1", Deadline.ETERNAL);
        store.put("b", "2", Deadline.ETERNAL);
        Map<String, String> met = new HashMap<>();

        store.entries().forEachRemaining(entry -> met.put(entry.getKey(), entry.getValue()));

        assertThat(met).isEqualTo(Map.of("a", "1", "b", "2"));
    }

    @Test
    void entries_pastTheEnd_areRefused() {
        Iterator<Map.Entry<String, String>> entries = store.entries();

        assertThatThrownBy(entries::next).isInstanceOf(NoSuchElementException.class);
    }

    @Test
    void clear_removesEverything() {
        store.put("a", "1", Deadline.ETERNAL);
        store.put("b", "2", Deadline.ETERNAL);

        store.clear();

        assertThat(store.entries().hasNext()).isFalse();
    }

    static Decision<String, Object> write(String value) {
        return write(value, Deadline.ETERNAL);
    }

    static Decision<String, Object> write(String value, long deadline) {
        return Decision.write(value, deadline, null, Lookup.NONE, Change.UPDATED);
    }
}
