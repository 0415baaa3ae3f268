package org.kennelcache.store;

import org.kennelcache.ManualClock;
import org.kennelcache.sealing.TestKeys;
import org.kennelcache.spi.MapBackend;

class SealedRecordStoreContractTest extends EntryStoreContract {

    private final ManualClock clock = new ManualClock();

    @Override
    EntryStore<String, String> create() {
        MapBackend backend = new MapBackend(clock);
        return new RecordStoreFixture(clock)
                .sealing(TestKeys.generate().keyring(), true)
                .compressing("lz4")
                .acceptingClear(backend)
                .store(backend, "cache", String.class, String.class);
    }
}
