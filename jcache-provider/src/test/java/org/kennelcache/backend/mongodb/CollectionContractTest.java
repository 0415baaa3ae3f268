package org.kennelcache.backend.mongodb;

import org.junit.jupiter.api.AutoClose;
import org.kennelcache.spi.Backend;
import org.kennelcache.spi.ScannableContract;
import org.kennelcache.testing.MongoDb;

/** All caches in the collection that {@code cache_collection} names. */
class CollectionContractTest extends ScannableContract {

    @AutoClose
    private static final MongoDb mongodb = MongoDb.open();

    @Override
    protected Backend open() {
        return Servers.open(Servers.settingsFor(mongodb, "all caches"));
    }
}
