package org.kennelcache.spi;

import java.time.InstantSource;

class MapBackendTest extends BackendContract {

    @Override
    protected Backend open() {
        return new MapBackend(InstantSource.system());
    }
}
