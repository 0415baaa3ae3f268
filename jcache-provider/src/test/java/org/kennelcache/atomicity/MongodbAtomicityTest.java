package org.kennelcache.atomicity;

import java.util.List;
import org.junit.jupiter.api.AutoClose;
import org.kennelcache.testing.MongoDb;

/** On the MongoDB that the environment names, or else mongo-java-server. */
class MongodbAtomicityTest extends AtomicityContract {

    @AutoClose
    private static final MongoDb mongodb = MongoDb.open();

    @Override
    List<String> options() {
        return mongodb.options();
    }
}
