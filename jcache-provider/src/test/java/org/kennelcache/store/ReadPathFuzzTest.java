package org.kennelcache.store;

import static org.assertj.core.api.Assertions.assertThat;

import com.code_intelligence.jazzer.junit.FuzzTest;
import java.util.Arrays;
import java.util.Optional;
import org.kennelcache.ManualClock;
import org.kennelcache.codec.PlantedGadget;
import org.kennelcache.sealing.TestKeys;
import org.kennelcache.spi.MapBackend;
import org.kennelcache.spi.StoredRecord;
import org.kennelcache.spi.Version;

/**
 * Whatever stands in a store, reading it gives a value, or nothing, and never more than that. Runs on the inputs in the
 * resources; with {@code JAZZER_FUZZ=1} in the environment it looks for inputs that break this, one method at a time.
 */
class ReadPathFuzzTest {

    private static final ManualClock CLOCK = new ManualClock();
    private static final Cache CLEAR = new Cache(new RecordStoreFixture(CLOCK));
    private static final Cache COMPRESSED = new Cache(new RecordStoreFixture(CLOCK).compressing("lz4"));
    private static final Cache SEALED = new Cache(new RecordStoreFixture(CLOCK)
            .compressing("zstd")
            .sealing(TestKeys.generate().keyring(), true));

    /** A cache with one entry, and where that is. */
    private static final class Cache {

        private static final String VALUE = "value ".repeat(50);

        private final MapBackend map = new MapBackend(CLOCK);
        private final RecordStore<Object, Object> store;
        private final String name;
        private final byte[] good;

        Cache(RecordStoreFixture fixture) {
            store = fixture.store(map, "cache");
            store.put("key", VALUE, Deadline.ETERNAL);
            name = map.scan("").next().name();
            good = map.get(name).orElseThrow().bytes();
        }

        /** Reads the entry, by its key and by a walk, when other bytes stand in its place. */
        Object read(byte[] bytes) {
            map.commit(name, Version.ANY, new StoredRecord.Draft(bytes, Optional.empty()));
            store.entries().forEachRemaining(entry -> {});
            return store.get("key");
        }

        /** The record, changed where the mask is not 0. */
        byte[] changed(byte[] mask) {
            byte[] bytes = good.clone();
            for (int i = 0; i < mask.length; i++) {
                bytes[i % bytes.length] ^= mask[i];
            }
            return bytes;
        }
    }

    @FuzzTest(maxDuration = "1m")
    void read_anyBytes_neverFailsAndMakesNothingThatIsNotAllowed(byte[] bytes) {
        PlantedGadget.MADE.set(0);

        CLEAR.read(bytes);
        CLEAR.read(CLEAR.changed(bytes));
        COMPRESSED.read(bytes);
        COMPRESSED.read(COMPRESSED.changed(bytes));

        assertThat(PlantedGadget.MADE).hasValue(0);
    }

    @FuzzTest(maxDuration = "1m")
    void read_anyBytesWithEncryption_isNothingOrWhatWasStored(byte[] bytes) {
        byte[] changed = SEALED.changed(bytes);
        boolean isGood = Arrays.equals(changed, SEALED.good);

        assertThat(SEALED.read(bytes)).isNull();
        assertThat(SEALED.read(changed)).isEqualTo(isGood ? Cache.VALUE : null);
    }
}
