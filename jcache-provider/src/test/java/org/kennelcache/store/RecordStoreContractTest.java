package org.kennelcache.store;

import org.kennelcache.spi.MapBackend;

class RecordStoreContractTest extends EntryStoreContract {

    @Override
    protected EntryStore<Object, Object> open() {
        return new RecordStoreFixture(clock).store(new MapBackend(clock), "cache");
    }
}
