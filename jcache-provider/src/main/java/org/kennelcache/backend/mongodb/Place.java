package org.kennelcache.backend.mongodb;

import com.mongodb.ReadPreference;
import com.mongodb.client.MongoCollection;

/**
 * Where records are.
 *
 * @param current the collection, as the primary has it
 * @param walked the collection, as walks may read it
 * @param isOwn whether a single cache has all of it, so that it goes when the cache goes
 */
record Place(MongoCollection<Entry> current, MongoCollection<Entry> walked, boolean isOwn) {

    static Place of(MongoCollection<Entry> collection, ReadPreference walked, boolean isOwn) {
        return new Place(
                collection.withReadPreference(ReadPreference.primary()), collection.withReadPreference(walked), isOwn);
    }
}
