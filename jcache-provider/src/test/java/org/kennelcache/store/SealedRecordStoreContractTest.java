package org.kennelcache.store;

import org.kennelcache.sealing.TestKeys;
import org.kennelcache.spi.MapBackend;

class SealedRecordStoreContractTest extends EntryStoreContract {

    @Override
    protected EntryStore<Object, Object> open() {
        return new RecordStoreFixture(clock)
                .sealing(TestKeys.generate().keyring(), true)
                .compressing("lz4")
                .acceptingClear()
                .store(new MapBackend(clock), "cache");
    }
}
