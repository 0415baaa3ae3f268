package org.kennelcache.backend.mongodb;

import org.junit.jupiter.api.AutoClose;
import org.kennelcache.spi.Backend;
import org.kennelcache.spi.ScannableContract;
import org.kennelcache.testing.MongoDb;

/** Each cache in a collection of its own. */
class PartitionContractTest extends ScannableContract {

    @AutoClose
    private static final MongoDb mongodb = MongoDb.open();

    @AutoClose
    private static final MongodbBackend backend = Servers.open(Servers.settingsFor(mongodb));

    @Override
    protected Backend open() {
        return backend.partition("app:books:");
    }
}
