package org.kennelcache.store;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.ObjectOutputStream;
import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.kennelcache.ManualClock;
import org.kennelcache.codec.PlantedGadget;
import org.kennelcache.codec.Rejection;
import org.kennelcache.codec.Rejection.Reason;
import org.kennelcache.sealing.TestKeys;
import org.kennelcache.spi.MapBackend;
import org.kennelcache.spi.Scannable;
import org.kennelcache.spi.StoredRecord;
import org.kennelcache.spi.Version;
import org.kennelcache.store.Decision.Lookup;

/** What somebody can do who writes to the store but has no keys: nothing but make entries disappear. */
class TamperTest {

    private static final int CREATED_OFFSET = 20;
    private static final int DEADLINE_OFFSET = 36;

    private final ManualClock clock = new ManualClock();
    private final MapBackend map = new MapBackend(clock);
    private final TestKeys keys = TestKeys.generate();
    private final RecordStoreFixture fixture = new RecordStoreFixture(clock).sealing(keys.keyring(), false);
    private final RecordStore<Object, Object> store = fixture.store(map, "cache");
    private final RecordStore<Object, Object> otherCache = fixture.store(map, "other");

    @BeforeEach
    void expectNoGadget() {
        PlantedGadget.MADE.set(0);
    }

    private Set<String> names() {
        Set<String> names = new HashSet<>();
        map.scan("").forEachRemaining(met -> names.add(met.name()));
        return names;
    }

    /** Stores an entry and says where. */
    private String put(RecordStore<Object, Object> where, Object key, Object value) {
        Set<String> before = names();
        where.put(key, value, clock.millis() + 1_000);
        Set<String> after = names();
        after.removeAll(before);
        assertThat(after).hasSize(1);
        return after.iterator().next();
    }

    private byte[] record(String name) {
        return map.get(name).orElseThrow().bytes();
    }

    private void plant(String name, byte[] bytes) {
        map.commit(name, Version.ANY, new StoredRecord.Draft(bytes, Optional.empty()));
    }

    private void assertMiss(Object key, Reason reason) {
        int before = fixture.rejections().size();

        assertThat(store.get(key)).isNull();

        assertThat(fixture.rejections().subList(before, fixture.rejections().size()))
                .extracting(Rejection::reason)
                .containsExactly(reason);
    }

    @Test
    void get_everyBitOfTheRecordFlipped_isACountedMiss() {
        String name = put(store, "key", "value");
        byte[] good = record(name);

        for (int bit = 0; bit < good.length * Byte.SIZE; bit++) {
            byte[] bytes = good.clone();
            bytes[bit / Byte.SIZE] ^= (byte) (1 << bit % Byte.SIZE);
            plant(name, bytes);

            assertThat(store.get("key")).as("bit %d", bit).isNull();
            assertThat(fixture.rejections()).hasSize(bit + 1);
        }
        plant(name, good);
        assertThat(store.get("key")).isEqualTo("value");
    }

    @Test
    void get_everyTruncationAndManyExtensions_areCountedMisses() {
        String name = put(store, "key", "value");
        byte[] good = record(name);

        for (int length = 0; length < 2 * good.length; length++) {
            if (length != good.length) {
                plant(name, Arrays.copyOf(good, length));
                assertThat(store.get("key")).as("length %d", length).isNull();
            }
        }
        assertThat(fixture.rejections()).hasSize(2 * good.length - 1);
    }

    @Test
    void get_recordsOfTwoKeysSwapped_areMisses() {
        String one = put(store, "one", "1");
        String two = put(store, "two", "2");
        byte[] first = record(one);
        plant(one, record(two));
        plant(two, first);

        assertMiss("one", Reason.BAD_SEAL);
        assertMiss("two", Reason.BAD_SEAL);
    }

    @Test
    void get_recordOfAnotherCache_isAMiss() {
        String other = put(otherCache, "key", "of the other cache");
        String name = put(store, "key", "value");
        plant(name, record(other));

        assertMiss("key", Reason.BAD_SEAL);
    }

    @Test
    void get_deadlineProlonged_isAMiss() {
        String name = put(store, "key", "value");
        byte[] bytes = record(name).clone();
        ByteBuffer.wrap(bytes).putLong(DEADLINE_OFFSET, Deadline.ETERNAL);
        plant(name, bytes);

        assertMiss("key", Reason.BAD_SEAL);
    }

    @Test
    void get_payloadUnderTheHeaderOfANewerRecord_isAMiss() {
        String name = put(store, "key", "old");
        byte[] old = record(name);
        store.put("key", "new", clock.millis() + 1_000);
        byte[] replayed = old.clone();
        System.arraycopy(record(name), 0, replayed, 0, CREATED_OFFSET);
        plant(name, replayed);

        assertMiss("key", Reason.BAD_SEAL);
    }

    @Test
    void get_olderRecordUnderItsOwnVersion_isFoundUntilItsDeadline() {
        String name = put(store, "key", "old");
        byte[] old = record(name);
        store.put("key", "new", clock.millis() + 10_000);
        plant(name, old);
        assertThat(store.get("key")).isEqualTo("old");

        clock.advance(1_000);

        assertThat(store.get("key")).isNull();
    }

    @Test
    void get_recordInTheClear_isAMiss() {
        String name = put(store, "key", "value");
        RecordStoreFixture forger = new RecordStoreFixture(clock);
        MapBackend elsewhere = new MapBackend(clock);
        forger.store(elsewhere, "cache").put("key", "forged", Deadline.ETERNAL);
        elsewhere.scan("").forEachRemaining(met -> plant(name, met.record().bytes()));

        assertMiss("key", Reason.NOT_SEALED);
    }

    @Test
    void get_recordSealedByOtherKeys_isAMiss() {
        String name = put(store, "key", "value");
        MapBackend elsewhere = new MapBackend(clock);
        new RecordStoreFixture(clock)
                .sealing(TestKeys.generate().keyring(), false)
                .store(elsewhere, "cache")
                .put("key", "forged", Deadline.ETERNAL);
        elsewhere.scan("").forEachRemaining(met -> plant(name, met.record().bytes()));

        assertMiss("key", Reason.UNKNOWN_KEY);
    }

    @Test
    void get_serialisedGadgetPlanted_isNeverMade() throws IOException {
        String name = put(store, "key", "value");
        byte[] good = record(name);
        ByteArrayOutputStream gadget = new ByteArrayOutputStream();
        try (ObjectOutputStream out = new ObjectOutputStream(gadget)) {
            out.writeObject(new PlantedGadget());
        }
        byte[] clear = ByteBuffer.allocate(54 + gadget.size())
                .put(good, 0, 45)
                .put((byte) 0)
                .putInt(4 + gadget.size())
                .putInt(0)
                .put(gadget.toByteArray())
                .array();
        clear[44] = 32;
        byte[] afterTheHeader = ByteBuffer.allocate(54 + gadget.size())
                .put(good, 0, 50)
                .putInt(gadget.size())
                .put(gadget.toByteArray())
                .array();

        for (byte[] planted : List.of(clear, afterTheHeader, gadget.toByteArray())) {
            plant(name, planted);
            assertThat(store.get("key")).isNull();
            assertThat(store.entries()).isExhausted();
        }
        assertThat(PlantedGadget.MADE).hasValue(0);
        assertThat(fixture.rejections()).hasSize(6);
    }

    @Test
    void operations_onASpoiltRecord_seeNothingAndReplaceIt() {
        String name = put(store, "key", "value");
        byte[] spoilt = record(name).clone();
        spoilt[spoilt.length - 1]++;

        plant(name, spoilt);
        assertThat(store.getAll(Set.of("key"))).isEmpty();
        assertThat(store.contains("key")).isFalse();
        store.putAll(Map.of("key", "put all"), Deadline.ETERNAL, stored -> {});
        assertThat(store.get("key")).isEqualTo("put all");

        plant(name, spoilt);
        store.put("key", "put", Deadline.ETERNAL);
        assertThat(store.get("key")).isEqualTo("put");

        plant(name, spoilt);
        store.update(
                "key",
                (prior, now) ->
                        Decision.write("updated", Deadline.ETERNAL, prior.liveValue(), Lookup.NONE, Change.CREATED));
        assertThat(store.get("key")).isEqualTo("updated");
    }

    @Test
    void entries_withSpoiltRecordsAmongThem_passThemBy() {
        String name = put(store, "key", "value");
        put(store, "good", "value");
        byte[] spoilt = record(name).clone();
        spoilt[spoilt.length - 1]++;
        plant(name, spoilt);
        plant("test:cache:planted", record(name));

        assertThat(store.entries()).toIterable().containsExactly(Map.entry("good", "value"));
    }

    @Test
    void scan_ofWhatIsStored_showsNoMarker() {
        put(store, "MARKER-KEY", "MARKER-VALUE");

        map.scan("")
                .forEachRemaining((Scannable.Named met) -> assertThat(
                                met.name() + new String(met.record().bytes(), StandardCharsets.ISO_8859_1))
                        .doesNotContain("MARKER"));
    }
}
