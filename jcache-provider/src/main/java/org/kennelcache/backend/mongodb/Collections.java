package org.kennelcache.backend.mongodb;

import com.mongodb.ReadPreference;
import com.mongodb.client.MongoCollection;
import com.mongodb.client.MongoDatabase;
import java.time.InstantSource;
import java.util.List;
import java.util.function.LongSupplier;
import org.kennelcache.spi.Backend;

/**
 * Opens collections of one database.
 *
 * @param database where they are
 * @param walked where walks read
 * @param servers for messages
 * @param calls does all calls
 * @param wall judges times to live
 * @param nanos measures durations
 */
record Collections(
        MongoDatabase database,
        ReadPreference walked,
        List<String> servers,
        Calls calls,
        InstantSource wall,
        LongSupplier nanos) {

    /**
     * The records in a collection; nothing is asked of a server.
     *
     * @param name of the collection
     * @param own whether a single cache has all of it
     */
    Backend open(String name, boolean own) {
        MongoCollection<Entry> collection = database.getCollection(name, Entry.class);
        TtlIndex index = new TtlIndex(database, collection, calls, nanos);
        return new CollectionBackend(Place.of(collection, walked, own), servers, index, wall, calls);
    }
}
