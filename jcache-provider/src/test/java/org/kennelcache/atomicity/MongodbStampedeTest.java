package org.kennelcache.atomicity;

import org.junit.jupiter.api.AutoClose;
import org.kennelcache.testing.MongoDb;
import org.kennelcache.testing.TestServer;

/** On the MongoDB that the environment names, or else mongo-java-server. */
class MongodbStampedeTest extends StampedeContract {

    @AutoClose
    private static final MongoDb mongodb = MongoDb.open();

    @Override
    TestServer server() {
        return mongodb;
    }
}
