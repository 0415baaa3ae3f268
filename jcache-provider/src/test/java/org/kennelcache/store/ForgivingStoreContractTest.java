package org.kennelcache.store;

import org.kennelcache.ManualClock;
import org.kennelcache.spi.MapBackend;

class ForgivingStoreContractTest extends EntryStoreContract {

    private final ManualClock clock = new ManualClock();

    @Override
    EntryStore<String, String> create() {
        RecordStore<String, String> store =
                new RecordStoreFixture(clock).store(new MapBackend(clock), "cache", String.class, String.class);
        return new ForgivingStore<>(store, "cache", new StoreCounters(), clock);
    }
}
