package org.kennelcache.store;

import org.kennelcache.ManualClock;
import org.kennelcache.ManualExecutor;

/** Bare values on the heap. */
class EternalHeapStoreTest extends HeapStoreContract {

    @Override
    EntryStore<String, String> create() {
        return HeapStores.create(new HeapSettings<>(
                true,
                Isolation.byReference(),
                0,
                null,
                new ManualClock(),
                new ManualExecutor(),
                new RecordedLosses<>(),
                Aging.byPolicy(false)));
    }
}
