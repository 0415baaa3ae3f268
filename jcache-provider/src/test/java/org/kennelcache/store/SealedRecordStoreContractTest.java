package org.kennelcache.store;

import org.kennelcache.ManualClock;
import org.kennelcache.sealing.TestKeys;
import org.kennelcache.spi.MapBackend;

class SealedRecordStoreContractTest extends EntryStoreContract {

    private final ManualClock clock = new ManualClock();

    @Override
    EntryStore<String, String> create() {
        return new RecordStoreFixture(clock)
                .sealing(TestKeys.generate().keyring(), true)
                .compressing("lz4")
                .acceptingClear()
                .store(new MapBackend(clock), "cache", String.class, String.class);
    }
}
