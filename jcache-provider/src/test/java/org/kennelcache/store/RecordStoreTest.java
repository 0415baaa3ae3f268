package org.kennelcache.store;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.lang.reflect.Proxy;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashMap;
import java.util.HashSet;
import java.util.HexFormat;
import java.util.Iterator;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.kennelcache.ManualClock;
import org.kennelcache.codec.Rejection;
import org.kennelcache.spi.Backend;
import org.kennelcache.spi.BackendException;
import org.kennelcache.spi.ContentionException;
import org.kennelcache.spi.MapBackend;
import org.kennelcache.spi.Scannable;
import org.kennelcache.spi.ScriptedBackend;
import org.kennelcache.spi.SerializationException;
import org.kennelcache.spi.StoredRecord;
import org.kennelcache.spi.Version;
import org.kennelcache.store.Decision.Lookup;

class RecordStoreTest {

    private static final Transition<Object, Object> KEEP =
            (prior, now) -> Decision.keep(prior.liveValue(), Lookup.NONE);
    private static final Transition<Object, Object> DELETE = (prior, now) -> Decision.delete(null, Lookup.NONE);
    private static final Transition<Object, Object> REMOVE = (prior, now) -> prior.liveValue() == null
            ? Decision.keep(false, Lookup.NONE, Change.REMOVED_NOTHING)
            : Decision.delete(true, Lookup.NONE);
    private static final Transition<Object, Object> COUNT = (prior, now) -> Decision.write(
            prior.liveValue() instanceof Integer count ? count + 1 : 1,
            Deadline.ETERNAL,
            null,
            Lookup.NONE,
            Change.UPDATED);

    private final ManualClock clock = new ManualClock();
    private final MapBackend map = new MapBackend(clock);
    private final ScriptedBackend backend = new ScriptedBackend(map);
    private final RecordStoreFixture fixture = new RecordStoreFixture(clock);
    private final RecordStore<Object, Object> store = fixture.store(backend, "cache");

    /** The record of the only entry there is. */
    private Scannable.Named onlyRecord() {
        List<Scannable.Named> all = new ArrayList<>();
        map.scan("").forEachRemaining(all::add);
        assertThat(all).hasSize(1);
        return all.get(0);
    }

    private void plant(String name, byte[] bytes) {
        map.commit(name, Version.ANY, new StoredRecord.Draft(bytes, Optional.empty()));
    }

    /** Puts other bytes in the place of an entry. */
    private void spoil(Object key, byte[] bytes) {
        store.put(key, "good", Deadline.ETERNAL);
        plant(onlyRecord().name(), bytes);
        backend.takeCalls();
    }

    @Test
    void get_oneRoundTrip() {
        store.put("key", "value", Deadline.ETERNAL);
        backend.takeCalls();

        store.get("key");

        assertThat(backend.takeCalls()).containsExactly("get");
    }

    @Test
    void put_oneRoundTrip() {
        store.put("key", "value", Deadline.ETERNAL);

        assertThat(backend.takeCalls()).containsExactly("commit");
    }

    @Test
    void update_write_twoRoundTrips() {
        store.update("key", COUNT);

        assertThat(backend.takeCalls()).containsExactly("get", "commit");
    }

    @Test
    void update_delete_twoRoundTripsOrOneIfThereIsNothing() {
        store.update("key", DELETE);
        assertThat(backend.takeCalls()).containsExactly("get");

        store.put("key", "value", Deadline.ETERNAL);
        backend.takeCalls();
        store.update("key", DELETE);
        assertThat(backend.takeCalls()).containsExactly("get", "remove");
    }

    @Test
    void update_keep_oneRoundTrip() {
        store.put("key", "value", Deadline.ETERNAL);
        backend.takeCalls();

        store.update("key", KEEP);

        assertThat(backend.takeCalls()).containsExactly("get");
    }

    @Test
    void readAndCommit_twoRoundTrips() {
        Prior<Object> prior = store.read("key");
        store.commit("key", prior, COUNT.decide(prior, clock.millis()));

        assertThat(backend.takeCalls()).containsExactly("get", "commit");
    }

    @Test
    void bulkOperations_hundredThousandKeys_areSplitIntoBatches() {
        int count = 100_000;
        int batches = count / Backend.MAX_BATCH;
        Map<Object, Object> values = new HashMap<>();
        for (int i = 0; i < count; i++) {
            values.put(i, i);
        }

        store.putAll(values, Deadline.ETERNAL);
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
                Map.of(1, threeMebibytes, 2, threeMebibytes, 3, threeMebibytes, 4, threeMebibytes), Deadline.ETERNAL);

        assertThat(backend.takeCalls()).containsExactly("putAll 3", "putAll 1");
    }

    @Test
    void update_lostRace_runsAgainOnWhatIsThereThen() {
        store.put("key", 1, Deadline.ETERNAL);
        backend.takeCalls();
        backend.beforeNextWrite(() -> fixture.store(map, "cache").put("key", 41, Deadline.ETERNAL));

        store.update("key", COUNT);

        assertThat(store.get("key")).isEqualTo(42);
        assertThat(fixture.pauses()).isEqualTo(1);
    }

    @Test
    void updateAll_twoRoundTripsOrOneIfNothingChanges() {
        store.updateAll(Map.of(1, COUNT, 2, COUNT, 3, DELETE));
        assertThat(backend.takeCalls()).containsExactly("getAll 3", "commitAll 2");
        assertThat(store.getAll(Set.of(1, 2, 3))).isEqualTo(Map.of(1, 1, 2, 1));
        backend.takeCalls();

        Map<Object, Decision<Object, Object>> kept = store.updateAll(Map.of(1, KEEP, 2, KEEP));
        assertThat(backend.takeCalls()).containsExactly("getAll 2");
        assertThat(kept.get(1).result()).isEqualTo(1);
    }

    @Test
    void updateAll_lostRace_runsThatOneAgain() {
        store.putAll(Map.of(1, 10, 2, 20), Deadline.ETERNAL);
        backend.takeCalls();
        backend.beforeNextWrite(() -> fixture.store(map, "cache").put(1, 41, Deadline.ETERNAL));

        store.updateAll(Map.of(1, COUNT, 2, COUNT));

        assertThat(backend.takeCalls()).containsExactly("getAll 2", "commitAll 2", "get", "commit");
        assertThat(store.getAll(Set.of(1, 2))).isEqualTo(Map.of(1, 42, 2, 21));
    }

    @Test
    void updateAll_manyKeys_areSplitIntoBatches() {
        Map<Object, Transition<Object, Object>> counts = new HashMap<>();
        for (int i = 0; i < 2_500; i++) {
            counts.put(i, COUNT);
        }

        store.updateAll(counts);

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
    void update_racesLostAgainAndAgain_endsInAContentionError() {
        RecordStore<Object, Object> other = fixture.store(map, "cache");
        for (int i = 0; i < Retries.DEFAULT.attempts(); i++) {
            backend.beforeNextWrite(() -> other.put("key", "other", Deadline.ETERNAL));
        }

        assertThatThrownBy(() -> store.update("key", COUNT))
                .isInstanceOf(ContentionException.class)
                .hasMessageContaining("100 attempts");
        assertThat(store.get("key")).isEqualTo("other");
    }

    @Test
    void update_entryRemovedMeanwhile_runsAgain() {
        store.put("key", 1, Deadline.ETERNAL);
        backend.beforeNextWrite(() -> map.clear(""));

        store.update("key", COUNT);

        assertThat(store.get("key")).isEqualTo(1);
    }

    @Test
    void update_expiredEntryThatAnotherRemovesFirst_seesItAbsent() {
        store.put("key", "value", clock.millis() + 1);
        clock.advance(1);
        backend.beforeNextWrite(() -> map.clear(""));

        Decision<Object, Prior.State> decision =
                store.update("key", (prior, now) -> Decision.keep(prior.state(), Lookup.MISS));

        assertThat(decision.result()).isEqualTo(Prior.State.ABSENT);
    }

    @Test
    void commit_lostRace_isNotTriedAgain() {
        Prior<Object> prior = store.read("key");
        fixture.store(map, "cache").put("key", "other", Deadline.ETERNAL);
        backend.takeCalls();

        assertThat(store.commit("key", prior, COUNT.decide(prior, 0))).isFalse();
        assertThat(backend.takeCalls()).containsExactly("commit");
    }

    @Test
    void commit_entryRemovedSince_doesNothing() {
        store.put("key", 1, Deadline.ETERNAL);
        Prior<Object> prior = store.read("key");
        store.removeAll(Set.of("key"));

        assertThat(store.commit("key", prior, COUNT.decide(prior, 0))).isFalse();
        assertThat(store.get("key")).isNull();
    }

    @Test
    void update_backendFailsInTheWrite_isNotTriedAgain() {
        BackendException failure = new BackendException(BackendException.Reason.TIMEOUT, "late", null);
        backend.beforeNextWrite(() -> {
            throw failure;
        });

        assertThatThrownBy(() -> store.update("key", COUNT)).isSameAs(failure);
        assertThat(backend.takeCalls()).containsExactly("get", "commit");
    }

    @Test
    void touch_entry_keepsTheBytesOfTheValueAndTheTimeOfCreation() {
        store.put("key", List.of("value"), Deadline.ETERNAL);
        byte[] before = onlyRecord().record().bytes();
        clock.advance(5);

        store.update("key", (prior, now) -> Decision.touch(prior, now + 1000, null, Lookup.NONE));

        byte[] after = onlyRecord().record().bytes();
        assertThat(after).hasSameSizeAs(before);
        assertThat(rangeOf(after, 20, 28)).isEqualTo(rangeOf(before, 20, 28));
        assertThat(rangeOf(after, 44, after.length)).isEqualTo(rangeOf(before, 44, before.length));
        assertThat(rangeOf(after, 4, 20)).isNotEqualTo(rangeOf(before, 4, 20));
    }

    private static byte[] rangeOf(byte[] bytes, int from, int to) {
        return Arrays.copyOfRange(bytes, from, to);
    }

    @Test
    void put_deadline_recordLivesThatLongAndTheGrace() {
        store.put("key", "value", clock.millis() + 1);

        clock.advance(TimeToLive.GRACE.toMillis());
        assertThat(store.read("key").isExpired()).isTrue();
        clock.advance(1);
        assertThat(store.read("key").state()).isEqualTo(Prior.State.ABSENT);
    }

    @Test
    void timeToLive_fixed_holdsForEternalRecordsAndWhereTheDeadlineIsEarlier() {
        TimeToLive hour = new TimeToLive(Duration.ofHours(1));

        assertThat(hour.of(Deadline.ETERNAL, 1000)).contains(Duration.ofHours(1));
        assertThat(hour.of(2000, 1000)).contains(Duration.ofHours(1));
        assertThat(hour.of(1000 + Duration.ofHours(2).toMillis(), 1000)).contains(Duration.ofHours(2));
    }

    @Test
    void put_deadlineThatIsOverAlready_storesForTheGraceAndShowsNothing() {
        store.put("key", "value", clock.millis() - 5);

        assertThat(store.get("key")).isNull();
        clock.advance(TimeToLive.GRACE.plusMillis(1).toMillis());
        assertThat(map.scan("")).isExhausted();
    }

    @Test
    void put_deadlineInAMillionYears_isKept() {
        long deadline = clock.millis() + Duration.ofDays(365_000_000).toMillis();

        store.put("key", "value", deadline);

        assertThat(store.read("key").deadline()).isEqualTo(deadline);
    }

    @Test
    void get_bytesOfSomethingElse_isAMissThatIsReported() {
        spoil("key", new byte[] {1, 2, 3});

        assertThat(store.get("key")).isNull();
        assertThat(store.getAll(Set.of("key"))).isEmpty();
        assertThat(store.entries()).isExhausted();
        assertThat(fixture.rejections())
                .hasSize(3)
                .extracting(Rejection::reason)
                .containsOnly(Rejection.Reason.FOREIGN);
    }

    @Test
    void update_bytesOfSomethingElse_areReplaced() {
        spoil("key", new byte[] {1, 2, 3});

        store.update("key", COUNT);

        assertThat(store.get("key")).isEqualTo(1);
    }

    @Test
    void update_deleteOfBytesOfSomethingElse_removesThem() {
        spoil("key", new byte[] {1, 2, 3});

        store.update("key", DELETE);

        assertThat(map.scan("")).isExhausted();
    }

    @Test
    void update_removalOfBytesOfSomethingElse_removesThemAndAnswersAsIfNothingWasThere() {
        spoil("key", new byte[] {1, 2, 3});

        Decision<Object, Object> decision = store.update("key", REMOVE);

        assertThat(map.scan("")).isExhausted();
        assertThat(backend.takeCalls()).containsExactly("get", "remove");
        assertThat(decision.result()).isEqualTo(false);
        assertThat(decision.change()).isEqualTo(Change.REMOVED_NOTHING);
    }

    @Test
    void update_removalOfBytesOfSomethingElseThatAnEntryReplaces_removesTheEntry() {
        spoil("key", new byte[] {1, 2, 3});
        backend.beforeNextWrite(() -> fixture.store(map, "cache").put("key", "new", Deadline.ETERNAL));

        Decision<Object, Object> decision = store.update("key", REMOVE);

        assertThat(decision.result()).isEqualTo(true);
        assertThat(map.scan("")).isExhausted();
    }

    @Test
    void commit_removalOfBytesOfSomethingElseThatAnEntryReplaces_leavesTheEntry() {
        spoil("key", new byte[] {1, 2, 3});
        Prior<Object> prior = store.read("key");
        fixture.store(map, "cache").put("key", "new", Deadline.ETERNAL);

        assertThat(store.commit("key", prior, REMOVE.decide(prior, clock.millis())))
                .isFalse();
        assertThat(store.get("key")).isEqualTo("new");
    }

    @Test
    void update_removalOfNothing_oneRoundTrip() {
        store.update("key", REMOVE);

        assertThat(backend.takeCalls()).containsExactly("get");
    }

    @Test
    void update_removalOfBytesOfSomethingElseWhereReadsFail_removesThem() {
        spoil("key", new byte[] {1, 2, 3});

        fixture.raising().store(backend, "cache").update("key", REMOVE);

        assertThat(map.scan("")).isExhausted();
    }

    @Test
    void update_touchOfBytesOfSomethingElse_leavesThem() {
        spoil("key", new byte[] {1, 2, 3});

        store.update("key", (prior, now) -> Decision.touch(prior, now + 5, null, Lookup.NONE));

        assertThat(onlyRecord().record().bytes()).containsExactly(1, 2, 3);
    }

    @Test
    void get_recordOfAnotherKeyUnderThisName_isAMissThatIsReported() {
        store.put("other", "value", Deadline.ETERNAL);
        byte[] other = onlyRecord().record().bytes();
        map.clear("");
        spoil("key", other);

        assertThat(store.get("key")).isNull();
        assertThat(store.entries()).isExhausted();
        assertThat(fixture.rejections()).extracting(Rejection::reason).containsOnly(Rejection.Reason.OTHER_KEY);
    }

    @Test
    void get_valueOfAnotherType_isAMissThatIsReported() {
        store.put("key", "text", Deadline.ETERNAL);

        assertThat(fixture.store(map, "cache", Object.class, Integer.class).get("key"))
                .isNull();
        assertThat(fixture.rejections()).singleElement().satisfies(rejection -> {
            assertThat(rejection.reason()).isEqualTo(Rejection.Reason.UNREADABLE);
            assertThat(rejection.message()).contains("java.lang.String", "java.lang.Integer");
        });
    }

    @Test
    void entries_keyOfAnotherType_isLeftOutAndReported() {
        store.put("key", "text", Deadline.ETERNAL);

        assertThat(fixture.store(map, "cache", Long.class, Object.class).entries())
                .isExhausted();
        assertThat(fixture.rejections())
                .singleElement()
                .satisfies(rejection -> assertThat(rejection.message()).contains("java.lang.String", "java.lang.Long"));
    }

    @Test
    void put_valueOfAClassThatIsNotAllowed_storesNothing() {
        assertThatThrownBy(() -> store.put("key", fixture, Deadline.ETERNAL))
                .isInstanceOf(SerializationException.class);

        assertThat(map.scan("")).isExhausted();
    }

    @Test
    void caches_onOneBackend_neverSeeOneAnother() {
        RecordStore<Object, Object> longer = fixture.store(map, "cache:b");
        store.put("key", "short", Deadline.ETERNAL);
        longer.put("key", "long", Deadline.ETERNAL);

        assertThat(store.entries()).toIterable().containsExactly(Map.entry("key", "short"));
        store.clear();
        assertThat(longer.get("key")).isEqualTo("long");
        assertThat(store.get("key")).isNull();
    }

    @Test
    void entries_recordThatComesTwice_comesOnce() {
        store.putAll(Map.of("a", 1, "b", 2), Deadline.ETERNAL);
        RecordStore<Object, Object> repeating = fixture.store(scanning(new TwiceCursor(map.scan(""))), "cache");

        List<Object> keys = new ArrayList<>();
        repeating.entries().forEachRemaining(entry -> keys.add(entry.getKey()));

        assertThat(keys).containsExactlyInAnyOrder("a", "b");
    }

    private static final class TwiceCursor implements Scannable.Cursor {

        private final Scannable.Cursor cursor;
        private Scannable.Named again;

        TwiceCursor(Scannable.Cursor cursor) {
            this.cursor = cursor;
        }

        @Override
        public boolean hasNext() {
            return again != null || cursor.hasNext();
        }

        @Override
        public Scannable.Named next() {
            Scannable.Named result = again == null ? cursor.next() : again;
            again = again == null ? result : null;
            return result;
        }

        @Override
        public void close() {
            cursor.close();
        }
    }

    @Test
    void entries_walkedToTheEnd_closeTheCursor() {
        store.put("key", "value", Deadline.ETERNAL);
        WatchedCursor cursor = new WatchedCursor(map.scan(""));

        fixture.store(scanning(cursor), "cache").entries().forEachRemaining(entry -> {});

        assertThat(cursor.closed).isTrue();
    }

    @Test
    void entries_failure_closesTheCursor() {
        WatchedCursor cursor = new WatchedCursor(map.scan(""));
        cursor.failure = new BackendException(BackendException.Reason.TIMEOUT, "late", null);
        Iterator<Map.Entry<Object, Object>> entries =
                fixture.store(scanning(cursor), "cache").entries();

        assertThatThrownBy(entries::hasNext).isSameAs(cursor.failure);
        assertThat(cursor.closed).isTrue();
    }

    /** A backend whose only walk is this one. */
    private Backend scanning(Scannable.Cursor cursor) {
        return (Backend) Proxy.newProxyInstance(
                getClass().getClassLoader(),
                new Class<?>[] {Backend.class, Scannable.class},
                (proxy, method, arguments) -> switch (method.getName()) {
                    case "capability" -> Optional.of(proxy);
                    case "scan" -> cursor;
                    default -> method.invoke(map, arguments);
                });
    }

    private static final class WatchedCursor implements Scannable.Cursor {

        private final Scannable.Cursor cursor;
        private BackendException failure;
        private boolean closed;

        WatchedCursor(Scannable.Cursor cursor) {
            this.cursor = cursor;
        }

        @Override
        public boolean hasNext() {
            if (failure != null) {
                throw failure;
            }
            return cursor.hasNext();
        }

        @Override
        public Scannable.Named next() {
            return cursor.next();
        }

        @Override
        public void close() {
            closed = true;
            cursor.close();
        }
    }

    @Test
    void entriesAndClear_backendThatCannotList_sayWhichServer() {
        Backend mute = (Backend) Proxy.newProxyInstance(
                getClass().getClassLoader(),
                new Class<?>[] {Backend.class},
                (proxy, method, arguments) ->
                        method.getName().equals("capability") ? Optional.empty() : method.invoke(map, arguments));
        RecordStore<Object, Object> muteStore = fixture.store(mute, "cache");

        for (Runnable operation : List.<Runnable>of(muteStore::clear, muteStore::entries)) {
            assertThatThrownBy(operation::run)
                    .isInstanceOfSatisfying(
                            BackendException.class,
                            e -> assertThat(e.reason()).isEqualTo(BackendException.Reason.UNSUPPORTED))
                    .hasMessageContaining("this process");
        }
    }

    @Test
    void records_ofOneEntry_neverHaveTheSameVersion() {
        Set<String> versions = new HashSet<>();
        for (int i = 0; i < 1000; i++) {
            store.put("key", "same", Deadline.ETERNAL);
            versions.add(HexFormat.of().formatHex(rangeOf(onlyRecord().record().bytes(), 4, 20)));
        }

        assertThat(versions).hasSize(1000);
    }
}
