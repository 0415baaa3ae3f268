package org.kennelcache.backend.mongodb;

import com.mongodb.ErrorCategory;
import com.mongodb.MongoWriteException;
import com.mongodb.client.MongoCollection;
import com.mongodb.client.model.ReplaceOptions;
import org.bson.BsonDocument;

/** Replaces what a filter finds, or makes a document where it finds none. */
final class Upsert {

    static final ReplaceOptions OPTIONS = new ReplaceOptions().upsert(true);

    private Upsert() {}

    /** Whether the document is there now; if not, one of its name is there that the filter does not match. */
    static boolean replaces(MongoCollection<Entry> collection, BsonDocument filter, Entry entry) {
        try {
            collection.replaceOne(filter, entry, OPTIONS);
            return true;
        } catch (MongoWriteException e) {
            if (e.getError().getCategory() == ErrorCategory.DUPLICATE_KEY) {
                return false;
            }
            throw e;
        }
    }
}
