package org.kennelcache.spi;

import java.time.InstantSource;

class MapBackendTest extends ScannableContract {

    @Override
    protected Backend open() {
        return new MapBackend(InstantSource.system());
    }
}
