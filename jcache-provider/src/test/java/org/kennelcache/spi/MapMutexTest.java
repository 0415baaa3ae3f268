package org.kennelcache.spi;

import java.time.InstantSource;

class MapMutexTest extends MutexContract {

    @Override
    protected Backend open() {
        return new MapBackend(InstantSource.system());
    }
}
