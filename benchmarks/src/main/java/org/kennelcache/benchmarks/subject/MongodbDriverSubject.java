package org.kennelcache.benchmarks.subject;

import static com.mongodb.client.model.Filters.and;
import static com.mongodb.client.model.Filters.eq;
import static com.mongodb.client.model.Filters.in;

import com.mongodb.ErrorCategory;
import com.mongodb.MongoWriteException;
import com.mongodb.client.MongoClient;
import com.mongodb.client.MongoClients;
import com.mongodb.client.MongoCollection;
import com.mongodb.client.model.BulkWriteOptions;
import com.mongodb.client.model.ReplaceOneModel;
import com.mongodb.client.model.ReplaceOptions;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.bson.Document;
import org.bson.conversions.Bson;
import org.jspecify.annotations.Nullable;

/**
 * The MongoDB driver through its own API, with the round trips that an atomic JCache operation takes and nothing around
 * the values but the padding: each is one field of a document, Longs in decimal digits.
 */
final class MongodbDriverSubject implements Subject {

    private static final String KEY = "_id";
    private static final String VALUE = "value";
    private static final ReplaceOptions UPSERT = new ReplaceOptions().upsert(true);
    private static final BulkWriteOptions UNORDERED = new BulkWriteOptions().ordered(false);

    private final MongoClient client;
    private final Padding padding;
    private final MongoCollection<Document> collection;

    private MongodbDriverSubject(MongoClient client, Padding padding) {
        this.client = client;
        this.padding = padding;
        collection = client.getDatabase("kennel-benchmark").getCollection("raw");
    }

    static MongodbDriverSubject open(CacheSetup setup, Padding padding) {
        return new MongodbDriverSubject(MongoClients.create(setup.server()), padding);
    }

    @Override
    public @Nullable Object get(String key) {
        return read(key);
    }

    private @Nullable String read(String key) {
        @Nullable Document found = collection.find(named(key)).first();
        return found == null ? null : value(found);
    }

    @Override
    public void put(String key, Object value) {
        collection.replaceOne(named(key), document(key, value), UPSERT);
    }

    @Override
    public Map<String, Object> getAll(Set<String> keys) {
        Map<String, Object> found = new HashMap<>(keys.size() * 2);
        List<String> names = new ArrayList<>(keys.size());
        keys.forEach(key -> names.add(padding.name(key)));
        collection
                .find(in(KEY, names))
                .batchSize(keys.size() + 1)
                .forEach(document -> found.put(padding.key(document.getString(KEY)), value(document)));
        return found;
    }

    @Override
    public void putAll(Map<String, Object> entries) {
        List<ReplaceOneModel<Document>> writes = new ArrayList<>(entries.size());
        entries.forEach((key, value) -> writes.add(new ReplaceOneModel<>(named(key), document(key, value), UPSERT)));
        collection.bulkWrite(writes, UNORDERED);
    }

    @Override
    public @Nullable Object invoke(String key, Object value) {
        while (true) {
            @Nullable String old = read(key);
            if (old == null || didReplace(key, old, value)) {
                return old;
            }
        }
    }

    @Override
    public @Nullable Object increment(String key) {
        while (true) {
            @Nullable String old = read(key);
            if (old == null) {
                throw new IllegalStateException(key + " is not there");
            }
            long sum = Long.parseLong(old) + 1;
            if (didReplace(key, old, sum)) {
                return sum;
            }
        }
    }

    /**
     * Two round trips, as for a JCache operation that has to know what was there: the first tells, the second stores.
     */
    @Override
    public boolean putIfAbsent(String key, Object value) {
        return read(key) == null && didInsert(key, value);
    }

    private boolean didInsert(String key, Object value) {
        try {
            collection.insertOne(document(key, value));
            return true;
        } catch (MongoWriteException e) {
            if (e.getError().getCategory() == ErrorCategory.DUPLICATE_KEY) {
                return false;
            }
            throw e;
        }
    }

    @Override
    public boolean replace(String key, Object value) {
        @Nullable String old = read(key);
        return old != null && didReplace(key, old, value);
    }

    @Override
    public boolean remove(String key) {
        @Nullable String old = read(key);
        return old != null && collection.deleteOne(same(key, old)).getDeletedCount() == 1;
    }

    private boolean didReplace(String key, String old, Object value) {
        return collection.replaceOne(same(key, old), document(key, value)).getMatchedCount() == 1;
    }

    private Bson named(String key) {
        return eq(KEY, padding.name(key));
    }

    private Bson same(String key, String value) {
        return and(named(key), eq(VALUE, padding.stored(value)));
    }

    private Document document(String key, Object value) {
        return new Document(KEY, padding.name(key)).append(VALUE, padding.stored(value.toString()));
    }

    private String value(Document found) {
        return padding.value(found.getString(VALUE));
    }

    @Override
    public void close() {
        client.close();
    }
}
