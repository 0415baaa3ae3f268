package org.kennelcache.store;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.ArrayList;
import java.util.Collections;
import java.util.HashMap;
import java.util.Iterator;
import java.util.List;
import java.util.Map;
import java.util.NoSuchElementException;
import java.util.Set;
import java.util.concurrent.Callable;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.kennelcache.store.Decision.Lookup;

/** What every {@link EntryStore} that stores by value has to do. The test of a store extends this and says how to get one. */
public abstract class EntryStoreContract {

    private static final int THREADS = 8;

    /** The time of the stores, to be moved by the tests. */
    protected final MovableClock clock = new MovableClock();

    private EntryStore<Object, Object> store;

    /** An empty store, judging deadlines by {@link #clock}. */
    protected abstract EntryStore<Object, Object> open();

    @BeforeEach
    final void openStore() {
        store = open();
    }

    @AfterEach
    final void closeStore() {
        store.close();
    }

    private long inAMinute() {
        return clock.millis() + 60_000;
    }

    private static <R> Decision<Object, R> write(Object value, long deadline, @Nullable R result) {
        return Decision.write(value, deadline, result, Lookup.NONE, Change.UPDATED);
    }

    @Test
    void get_nothingStored_isNull() {
        assertThat(store.get("key")).isNull();
        assertThat(store.contains("key")).isFalse();
        assertThat(store.read("key").state()).isEqualTo(Prior.State.ABSENT);
    }

    @Test
    void put_value_isThere() {
        store.put("key", "value", Deadline.ETERNAL);

        assertThat(store.get("key")).isEqualTo("value");
        assertThat(store.contains("key")).isTrue();
        assertThat(store.get("other")).isNull();
    }

    @Test
    void read_storedValue_tellsValueAndDeadline() {
        long deadline = inAMinute();
        store.put("key", "value", deadline);

        Prior<Object> prior = store.read("key");

        assertThat(prior.state()).isEqualTo(Prior.State.LIVE);
        assertThat(prior.value()).isEqualTo("value");
        assertThat(prior.deadline()).isEqualTo(deadline);
        assertThat(prior.version()).isNotNull();
    }

    @Test
    void get_deadlineReached_seesNothing() {
        store.put("key", "value", inAMinute());

        clock.advance(59_999);
        assertThat(store.get("key")).isEqualTo("value");
        clock.advance(1);
        assertThat(store.get("key")).isNull();
        assertThat(store.contains("key")).isFalse();
        assertThat(store.getAll(Set.of("key"))).isEmpty();
        assertThat(store.entries()).isExhausted();
    }

    @Test
    void read_expiredEntryThatIsStillStored_tellsWhatItWas() {
        store.put("key", "value", clock.millis() + 1);
        clock.advance(1);

        Prior<Object> prior = store.read("key");

        assertThat(prior.isExpired()).isTrue();
        assertThat(prior.value()).isEqualTo("value");
        assertThat(prior.liveValue()).isNull();
    }

    @Test
    void update_write_storesAndAnswers() {
        String answer = store.<String>update(
                        "key", (prior, now) -> write("new", Deadline.ETERNAL, String.valueOf(prior.liveValue())))
                .result();

        assertThat(answer).isEqualTo("null");
        assertThat(store.get("key")).isEqualTo("new");
    }

    @Test
    void update_writeOverAValue_sawIt() {
        store.put("key", "old", Deadline.ETERNAL);

        Object answer = store.update("key", (prior, now) -> write("new", Deadline.ETERNAL, prior.liveValue()))
                .result();

        assertThat(answer).isEqualTo("old");
        assertThat(store.get("key")).isEqualTo("new");
    }

    @Test
    void update_keep_changesNothing() {
        store.put("key", "old", Deadline.ETERNAL);

        Decision<Object, Object> decision =
                store.update("key", (prior, now) -> Decision.keep(prior.liveValue(), Lookup.HIT));

        assertThat(decision.result()).isEqualTo("old");
        assertThat(decision.lookup()).isEqualTo(Lookup.HIT);
        assertThat(store.get("key")).isEqualTo("old");
    }

    @Test
    void update_keepWhereNothingIs_storesNothing() {
        store.update("key", (prior, now) -> Decision.keep(null, Lookup.MISS));

        assertThat(store.read("key").state()).isEqualTo(Prior.State.ABSENT);
    }

    @Test
    void update_touch_setsTheDeadlineAndKeepsTheValue() {
        store.put("key", "value", inAMinute());
        long later = clock.millis() + 120_000;

        store.update("key", (prior, now) -> Decision.touch(prior, later, null, Lookup.HIT));

        assertThat(store.read("key").deadline()).isEqualTo(later);
        clock.advance(119_999);
        assertThat(store.get("key")).isEqualTo("value");
    }

    @Test
    void update_touchToAnEarlierDeadline_endsTheEntryEarlier() {
        store.put("key", "value", Deadline.ETERNAL);

        store.update("key", (prior, now) -> Decision.touch(prior, now + 10, null, Lookup.HIT));
        clock.advance(10);

        assertThat(store.get("key")).isNull();
    }

    @Test
    void update_delete_removes() {
        store.put("key", "value", Deadline.ETERNAL);

        store.update("key", (prior, now) -> Decision.delete(null, Lookup.NONE));

        assertThat(store.read("key").state()).isEqualTo(Prior.State.ABSENT);
    }

    @Test
    void update_expiredEntryAndKeep_removesIt() {
        store.put("key", "value", clock.millis() + 1);
        clock.advance(1);

        Decision<Object, Object> decision = store.update(
                "key", (prior, now) -> Decision.keep(prior.isExpired() ? prior.value() : null, Lookup.MISS));

        assertThat(decision.result()).isEqualTo("value");
        assertThat(store.read("key").state()).isEqualTo(Prior.State.ABSENT);
    }

    @Test
    void update_expiredEntryAndWrite_replacesIt() {
        store.put("key", "old", clock.millis() + 1);
        clock.advance(1);

        store.update("key", (prior, now) -> write("new", Deadline.ETERNAL, null));

        assertThat(store.get("key")).isEqualTo("new");
    }

    @Test
    void update_time_isTheOneThatThePriorWasJudgedBy() {
        long now = clock.millis();

        assertThat(store.<Long>update("key", (prior, time) -> Decision.keep(time, Lookup.NONE))
                        .result())
                .isIn(now, 0L);
    }

    @Test
    void commit_entryUnchanged_carriesTheDecisionOut() {
        store.put("key", "old", Deadline.ETERNAL);
        Prior<Object> read = store.read("key");

        assertThat(store.commit("key", read, write("new", Deadline.ETERNAL, null)))
                .isTrue();
        assertThat(store.get("key")).isEqualTo("new");
    }

    @Test
    void commit_entryChangedSince_doesNothing() {
        store.put("key", "old", Deadline.ETERNAL);
        Prior<Object> read = store.read("key");
        store.put("key", "other", Deadline.ETERNAL);

        assertThat(store.commit("key", read, write("new", Deadline.ETERNAL, null)))
                .isFalse();
        assertThat(store.commit("key", read, Decision.delete(null, Lookup.NONE)))
                .isFalse();
        assertThat(store.commit("key", read, Decision.touch(read, inAMinute(), null, Lookup.NONE)))
                .isFalse();
        assertThat(store.get("key")).isEqualTo("other");
    }

    @Test
    void commit_entryRemovedSince_doesNothing() {
        store.put("key", "old", Deadline.ETERNAL);
        Prior<Object> read = store.read("key");
        store.removeAll(Set.of("key"));

        assertThat(store.commit("key", read, write("new", Deadline.ETERNAL, null)))
                .isFalse();
        assertThat(store.get("key")).isNull();
    }

    @Test
    void commit_nothingWasThereAndStillIsNot_stores() {
        Prior<Object> read = store.read("key");

        assertThat(store.commit("key", read, write("new", Deadline.ETERNAL, null)))
                .isTrue();
        assertThat(store.commit("key", read, write("late", Deadline.ETERNAL, null)))
                .isFalse();
        assertThat(store.get("key")).isEqualTo("new");
    }

    @Test
    void commit_keepOnAnExpiredEntry_removesIt() {
        store.put("key", "value", clock.millis() + 1);
        clock.advance(1);

        assertThat(store.commit("key", store.read("key"), Decision.keep(null, Lookup.MISS)))
                .isTrue();
        assertThat(store.read("key").state()).isEqualTo(Prior.State.ABSENT);
    }

    @Test
    void getAll_someOfThemThere_givesThose() {
        store.put("a", 1, Deadline.ETERNAL);
        store.put("b", 2, Deadline.ETERNAL);

        assertThat(store.getAll(Set.of("a", "b", "c"))).isEqualTo(Map.of("a", 1, "b", 2));
        assertThat(store.getAll(Set.of())).isEmpty();
    }

    @Test
    void bulkOperations_manyEntries_reachEachOfThem() {
        Map<Object, Object> values = new HashMap<>();
        for (int i = 0; i < 2_500; i++) {
            values.put("key " + i, i);
        }

        store.putAll(values, Deadline.ETERNAL);
        assertThat(store.getAll(values.keySet())).isEqualTo(values);
        assertThat(entriesOf(store)).isEqualTo(values);
        store.removeAll(values.keySet());
        assertThat(store.getAll(values.keySet())).isEmpty();
    }

    @Test
    void putAll_deadline_holdsForAll() {
        store.putAll(Map.of("a", 1, "b", 2), clock.millis() + 10);

        clock.advance(10);

        assertThat(store.getAll(Set.of("a", "b"))).isEmpty();
    }

    @Test
    void removeAll_someOfThemThere_removesThoseAndNoOther() {
        store.putAll(Map.of("a", 1, "b", 2), Deadline.ETERNAL);

        store.removeAll(Set.of("b", "c"));

        assertThat(entriesOf(store)).isEqualTo(Map.of("a", 1));
    }

    private static Map<Object, Object> entriesOf(EntryStore<Object, Object> store) {
        Map<Object, Object> entries = new HashMap<>();
        store.entries()
                .forEachRemaining(entry -> assertThat(entries.put(entry.getKey(), entry.getValue()))
                        .isNull());
        return entries;
    }

    @Test
    void entries_askedAgainAndAgain_movesOnlyWithNext() {
        store.put("key", "value", Deadline.ETERNAL);
        Iterator<Map.Entry<Object, Object>> entries = store.entries();

        assertThat(entries.hasNext()).isTrue();
        assertThat(entries.hasNext()).isTrue();
        assertThat(entries.next()).isEqualTo(Map.entry("key", "value"));
        assertThat(entries.hasNext()).isFalse();
        assertThatThrownBy(entries::next).isInstanceOf(NoSuchElementException.class);
    }

    @Test
    void clear_entries_areGone() {
        store.putAll(Map.of("a", 1, "b", 2), Deadline.ETERNAL);

        store.clear();

        assertThat(store.entries()).isExhausted();
        assertThat(store.get("a")).isNull();
    }

    @Test
    void storedValue_changedByTheApplication_staysAsItWas() {
        List<String> value = new ArrayList<>(List.of("stored"));
        store.put("key", store.copyIn(value), Deadline.ETERNAL);

        value.add("later");
        List<String> read = listIn(store.get("key"));
        read.add("in what was read");

        assertThat(store.get("key")).isEqualTo(List.of("stored"));
    }

    @Test
    void valueOfAPrior_copiedOutAndChanged_staysAsItWas() {
        store.put("key", store.copyIn(new ArrayList<>(List.of("stored"))), Deadline.ETERNAL);
        Prior<Object> prior = store.read("key");

        listIn(store.copyOut(prior.value())).add("outside");

        assertThat(prior.value()).isEqualTo(List.of("stored"));
    }

    @Test
    void copyKey_changedByTheApplication_staysAsItWas() {
        List<String> key = new ArrayList<>(List.of("key"));
        Object copy = store.copyKey(key);

        key.add("later");

        assertThat(copy).isEqualTo(List.of("key"));
    }

    @SuppressWarnings("unchecked")
    private static List<String> listIn(Object value) {
        return (List<String>) value;
    }

    @Test
    void update_manyThreadsCount_noneIsLost() throws Exception {
        int each = 50;

        inThreads(() -> {
            for (int i = 0; i < each; i++) {
                store.update("counter", (prior, now) -> write(1 + count(prior), Deadline.ETERNAL, null));
            }
            return null;
        });

        assertThat(store.get("counter")).isEqualTo(THREADS * each);
    }

    private static int count(Prior<Object> prior) {
        return prior.liveValue() instanceof Integer count ? count : 0;
    }

    @Test
    void update_manyThreadsPutIfAbsent_oneWins() throws Exception {
        Transition<Object, Boolean> putIfAbsent = (prior, now) ->
                prior.liveValue() == null ? write("mine", Deadline.ETERNAL, true) : Decision.keep(false, Lookup.NONE);

        List<Boolean> outcomes =
                inThreads(() -> store.update("key", putIfAbsent).result());

        assertThat(outcomes).containsOnlyOnce(true);
    }

    private static <T> List<T> inThreads(Callable<T> task) throws Exception {
        ExecutorService threads = Executors.newFixedThreadPool(THREADS);
        try {
            List<T> results = new ArrayList<>();
            for (Future<T> future : threads.invokeAll(Collections.nCopies(THREADS, task))) {
                results.add(future.get());
            }
            return results;
        } finally {
            threads.shutdownNow();
        }
    }
}
