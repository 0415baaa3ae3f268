package org.kennelcache.backend.mongodb;

import org.junit.jupiter.api.AutoClose;
import org.kennelcache.spi.Backend;
import org.kennelcache.spi.MutexContract;
import org.kennelcache.testing.MongoDb;

class CollectionMutexTest extends MutexContract {

    @AutoClose
    private static final MongoDb mongodb = MongoDb.open();

    @Override
    protected Backend open() {
        return Servers.open(Servers.settingsFor(mongodb, "all caches"));
    }
}
