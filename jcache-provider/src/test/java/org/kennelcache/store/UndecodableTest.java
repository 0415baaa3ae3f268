package org.kennelcache.store;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.kennelcache.ManualClock;
import org.kennelcache.spi.MapBackend;
import org.kennelcache.spi.Scannable;
import org.kennelcache.spi.StoredRecord;
import org.kennelcache.spi.UndecodableRecordException;
import org.kennelcache.spi.Version;
import org.kennelcache.store.Decision.Lookup;

/** The option {@code on_undecodable = raise}. */
class UndecodableTest {

    private final ManualClock clock = new ManualClock();
    private final MapBackend map = new MapBackend(clock);
    private final RecordStore<Object, Object> store =
            new RecordStoreFixture(clock).raising().store(map, "cache");
    private String name = "";

    @BeforeEach
    void plant() {
        store.put("key", "value", Deadline.ETERNAL);
        Scannable.Cursor cursor = map.scan("");
        name = cursor.next().name();
        map.commit(name, Version.ANY, new StoredRecord.Draft(new byte[30], Optional.empty()));
    }

    @Test
    void reads_ofThatRecord_fail() {
        assertThatThrownBy(() -> store.get("key"))
                .isInstanceOf(UndecodableRecordException.class)
                .hasMessage("the record " + name + " is no entry: FOREIGN: does not start as a record does");
        assertThatThrownBy(() -> store.getAll(Set.of("key"))).isInstanceOf(UndecodableRecordException.class);
        assertThatThrownBy(() -> store.contains("key")).isInstanceOf(UndecodableRecordException.class);
        assertThatThrownBy(() -> store.update("key", (prior, now) -> Decision.keep(null, Lookup.MISS)))
                .isInstanceOf(UndecodableRecordException.class);
    }

    @Test
    void get_ofAnotherKey_isAMiss() {
        assertThat(store.get("other")).isNull();
    }

    @Test
    void writes_goOn() {
        store.update("key", (prior, now) -> Decision.write("new", Deadline.ETERNAL, null, Lookup.NONE, Change.CREATED));

        assertThat(store.get("key")).isEqualTo("new");
    }

    @Test
    void entries_passItBy() {
        store.put("other", "value", Deadline.ETERNAL);

        assertThat(store.entries()).toIterable().containsExactly(Map.entry("other", "value"));
    }
}
