package org.kennelcache.store;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.kennelcache.ManualClock;
import org.kennelcache.codec.Rejection;
import org.kennelcache.codec.Rejection.Reason;
import org.kennelcache.sealing.TestKeys;
import org.kennelcache.spi.MapBackend;
import org.kennelcache.spi.Scannable;
import org.kennelcache.spi.StoredRecord;
import org.kennelcache.spi.Version;
import org.kennelcache.store.Decision.Lookup;

/** Encryption is switched on, or off, for a cache that holds entries. */
class ClearRecordsTest {

    private final ManualClock clock = new ManualClock();
    private final MapBackend map = new MapBackend(clock);
    private final TestKeys keys = TestKeys.generate();
    private final RecordStoreFixture clearFixture = new RecordStoreFixture(clock);
    private final RecordStore<Object, Object> clear = clearFixture.store(map, "cache");
    private final RecordStoreFixture sealedFixture = new RecordStoreFixture(clock).sealing(keys.keyring(), false);
    private final RecordStore<Object, Object> sealed = sealedFixture.store(map, "cache");
    private final RecordStore<Object, Object> accepting = accepting(false);

    private RecordStore<Object, Object> accepting(boolean hidesCacheName) {
        return new RecordStoreFixture(clock)
                .sealing(keys.keyring(), hidesCacheName)
                .acceptingClear(map)
                .store(map, "cache");
    }

    private List<Scannable.Named> records() {
        List<Scannable.Named> records = new ArrayList<>();
        map.scan("").forEachRemaining(records::add);
        return records;
    }

    @Test
    void get_entryInTheClear_isAMiss() {
        clear.put("key", "value", Deadline.ETERNAL);

        assertThat(sealed.get("key")).isNull();
        assertThat(sealed.entries()).isExhausted();
        assertThat(sealedFixture.rejections()).extracting(Rejection::reason).containsExactly(Reason.NOT_SEALED);
    }

    @Test
    void get_sealedEntryWithoutKeys_isAMiss() {
        sealed.put("key", "value", Deadline.ETERNAL);

        assertThat(clear.get("key")).isNull();
        assertThat(clear.entries()).isExhausted();
        assertThat(clearFixture.rejections()).extracting(Rejection::reason).containsExactly(Reason.SEALED);
    }

    @ParameterizedTest
    @ValueSource(booleans = {false, true})
    void operations_acceptingEntriesInTheClear_seeThem(boolean hidesCacheName) {
        RecordStore<Object, Object> store = accepting(hidesCacheName);
        for (int i = 0; i < 7; i++) {
            clear.put(i, i, Deadline.ETERNAL);
        }

        assertThat(store.get(0)).isEqualTo(0);
        assertThat(store.contains(1)).isTrue();
        assertThat(store.read(2).liveValue()).isEqualTo(2);
        assertThat(store.getAll(Set.of(3))).containsEntry(3, 3);
        assertThat(store.<Object>update(4, (prior, now) -> Decision.delete(prior.liveValue(), Lookup.HIT))
                        .result())
                .isEqualTo(4);
        assertThat(store.entries()).toIterable().hasSize(6);
        store.clear();
        assertThat(records()).isEmpty();
    }

    @ParameterizedTest
    @ValueSource(booleans = {false, true})
    void destroy_entriesInTheClear_doNotComeBack(boolean hidesCacheName) {
        clear.put("key", "value", Deadline.ETERNAL);

        accepting(hidesCacheName).destroy();

        assertThat(accepting(hidesCacheName).get("key")).isNull();
    }

    @Test
    void get_acceptedEntry_isSealedFromThenOnWithItsTimes() {
        clear.put("MARKER", "MARKER", clock.millis() + 1_000);

        assertThat(accepting.get("MARKER")).isEqualTo("MARKER");

        assertThat(records()).hasSize(1);
        assertThat(sealed.get("MARKER")).isEqualTo("MARKER");
        clock.advance(1_000);
        assertThat(sealed.get("MARKER")).isNull();
    }

    @Test
    void writes_overEntriesInTheClear_leaveNothingOfThem() {
        clear.putAll(Map.of("put", 1, "put all", 1, "remove all", 1), Deadline.ETERNAL, stored -> {});

        accepting.put("put", 2, Deadline.ETERNAL);
        accepting.putAll(Map.of("put all", 2), Deadline.ETERNAL, stored -> {});
        accepting.removeAll(Set.of("remove all"));
        accepting.removeAll(Set.of("put", "put all"));

        assertThat(records()).isEmpty();
        assertThat(accepting.getAll(Set.of("put", "put all", "remove all"))).isEmpty();
    }

    @Test
    void get_entryInTheClearBesideASealedOne_isTheSealedOne() {
        accepting.put("key", "new", Deadline.ETERNAL);
        clear.put("key", "old", Deadline.ETERNAL);

        assertThat(accepting.get("key")).isEqualTo("new");
        assertThat(records()).hasSize(1);
    }

    @Test
    void get_clearRecordUnderASealedName_isAMissAlsoWhenAccepting() {
        sealed.put("key", "value", Deadline.ETERNAL);
        String name = records().get(0).name();
        MapBackend elsewhere = new MapBackend(clock);
        clearFixture.store(elsewhere, "cache").put("key", "forged", Deadline.ETERNAL);
        elsewhere
                .scan("")
                .forEachRemaining(met -> map.commit(
                        name, Version.ANY, new StoredRecord.Draft(met.record().bytes(), Optional.empty())));

        assertThat(accepting.get("key")).isNull();
    }
}
