package org.kennelcache.store;

import java.time.Duration;
import java.time.InstantSource;
import org.kennelcache.spi.Backend;
import org.kennelcache.spi.BackendContract;
import org.kennelcache.spi.MapBackend;

class BreakerBackendContractTest extends BackendContract {

    @Override
    protected Backend open() {
        return BreakerBackend.around(new MapBackend(InstantSource.system()), "test", Duration.ofSeconds(1), () -> 0);
    }
}
