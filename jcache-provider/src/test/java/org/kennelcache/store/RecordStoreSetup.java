package org.kennelcache.store;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.kennelcache.ManualClock;
import org.kennelcache.spi.MapBackend;
import org.kennelcache.spi.Scannable;
import org.kennelcache.spi.ScriptedBackend;
import org.kennelcache.spi.StoredRecord;
import org.kennelcache.spi.Version;
import org.kennelcache.store.Decision.Lookup;

/** A record store on a backend of this process, and some operations. */
abstract class RecordStoreSetup {

    static final Transition<Object, Object> KEEP = (prior, now) -> Decision.keep(prior.liveValue(), Lookup.NONE);
    static final Transition<Object, Object> DELETE = (prior, now) -> Decision.delete(null, Lookup.NONE);
    static final Transition<Object, Object> REMOVE = (prior, now) -> prior.liveValue() == null
            ? Decision.keep(false, Lookup.NONE, Change.REMOVED_NOTHING)
            : Decision.delete(true, Lookup.NONE);
    static final Transition<Object, Object> COUNT = (prior, now) -> Decision.write(
            prior.liveValue() instanceof Integer count ? count + 1 : 1,
            Deadline.ETERNAL,
            null,
            Lookup.NONE,
            Change.UPDATED);

    final ManualClock clock = new ManualClock();
    final MapBackend map = new MapBackend(clock);
    final ScriptedBackend backend = new ScriptedBackend(map);
    final RecordStoreFixture fixture = new RecordStoreFixture(clock);
    final RecordStore<Object, Object> store = fixture.store(backend, "cache");

    /** The record of the only entry there is. */
    Scannable.Named onlyRecord() {
        List<Scannable.Named> all = new ArrayList<>();
        map.scan("").forEachRemaining(all::add);
        assertThat(all).hasSize(1);
        return all.get(0);
    }

    void plant(String name, byte[] bytes) {
        map.commit(name, Version.ANY, new StoredRecord.Draft(bytes, Optional.empty()));
    }

    /** Puts other bytes in the place of an entry. */
    void spoil(Object key, byte[] bytes) {
        store.put(key, "good", Deadline.ETERNAL);
        plant(onlyRecord().name(), bytes);
        backend.takeCalls();
    }
}
