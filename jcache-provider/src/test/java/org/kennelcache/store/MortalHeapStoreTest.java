package org.kennelcache.store;

class MortalHeapStoreTest extends EntryStoreContract {

    @Override
    protected EntryStore<Object, Object> open() {
        return HeapStores.create(new HeapSettings<>(
                false,
                Isolation.byValue(getClass().getClassLoader(), Object.class, Object.class),
                0,
                null,
                clock,
                Runnable::run,
                new IgnoredLosses()));
    }

    private static final class IgnoredLosses implements Losses<Object, Object> {

        @Override
        public void evicted() {}

        @Override
        public void expired(Object key, Object value) {}
    }
}
