package org.kennelcache.store;

import org.kennelcache.ManualClock;
import org.kennelcache.spi.MapBackend;

class RecordStoreContractTest extends EntryStoreContract {

    private final ManualClock clock = new ManualClock();

    @Override
    EntryStore<String, String> create() {
        return new RecordStoreFixture(clock).store(new MapBackend(clock), "cache", String.class, String.class);
    }
}
