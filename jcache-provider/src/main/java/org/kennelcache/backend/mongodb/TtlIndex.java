package org.kennelcache.backend.mongodb;

import com.mongodb.client.MongoCollection;
import com.mongodb.client.MongoDatabase;
import com.mongodb.client.model.IndexOptions;
import java.lang.System.Logger;
import java.lang.System.Logger.Level;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicLong;
import java.util.function.LongSupplier;
import org.bson.BsonDocument;
import org.bson.BsonInt32;
import org.bson.BsonString;
import org.kennelcache.spi.BackendException;
import org.kennelcache.spi.BackendException.Reason;

/**
 * Has the server drop documents some time after their date: the broom, not the judge, as every filter knows the date.
 *
 * <p>Looked after following the first write that has a time to live, and again following one of those that come ten
 * minutes later or more, as another JVM may have dropped the collection meanwhile; where the server failed, one minute
 * later. A missing index is made, one with another delay is changed, or made anew where the server can't change it or
 * the user may not, as the role readWrite has it. Where the user may do neither, or the server fails, the log says so,
 * and the write stands.
 */
final class TtlIndex {

    private static final Logger LOGGER = System.getLogger(TtlIndex.class.getName());
    private static final String OPERATION = "time-to-live index";
    private static final String DELAY = "expireAfterSeconds";
    private static final BsonDocument KEYS = new BsonDocument(EntryCodec.EXPIRES, new BsonInt32(1));
    private static final long INTERVAL = Duration.ofMinutes(10).toNanos();
    private static final long INTERVAL_AFTER_FAILURE = Duration.ofMinutes(1).toNanos();

    private final MongoDatabase database;
    private final MongoCollection<Entry> collection;
    private final Calls calls;
    private final LongSupplier nanos;
    private final AtomicLong due;

    TtlIndex(MongoDatabase database, MongoCollection<Entry> collection, Calls calls, LongSupplier nanos) {
        this.database = database;
        this.collection = collection;
        this.calls = calls;
        this.nanos = nanos;
        this.due = new AtomicLong(nanos.getAsLong());
    }

    /**
     * Sees to it that there is one, if it is time to; one thread does, and the others don't wait for it. To be called
     * after a write, not before: then who meets a server that hangs waits for that only once.
     */
    void lookAfter() {
        long now = nanos.getAsLong();
        long known = due.get();
        if (now - known < 0 || !due.compareAndSet(known, now + INTERVAL)) {
            return;
        }
        try {
            ensure();
        } catch (BackendException e) {
            if (e.reason() != Reason.PERMISSION) {
                due.set(nanos.getAsLong() + INTERVAL_AFTER_FAILURE);
            }
            LOGGER.log(
                    Level.WARNING,
                    "No index on " + collection.getNamespace()
                            + " has the server drop expired entries, which nobody sees but"
                            + " which take space. "
                            + (e.reason() == Reason.PERMISSION
                                    ? "Create it: db.getCollection(\""
                                            + collection.getNamespace().getCollectionName() + "\").createIndex({"
                                            + EntryCodec.EXPIRES + ": 1}, {" + DELAY + ": 0}). "
                                    : "")
                            + e.getMessage());
        }
    }

    private void ensure() {
        Optional<BsonDocument> index = find();
        if (index.isEmpty()) {
            create();
        } else if (!hasNoDelay(index.get())) {
            change(index.get().getString("name"));
        }
    }

    private Optional<BsonDocument> find() {
        List<BsonDocument> all = calls.run(
                OPERATION, () -> collection.listIndexes(BsonDocument.class).into(new ArrayList<>()));
        return all.stream()
                .filter(index -> index.getDocument("key").keySet().equals(KEYS.keySet()))
                .findFirst();
    }

    private static boolean hasNoDelay(BsonDocument index) {
        return index.containsKey(DELAY) && index.getNumber(DELAY).longValue() == 0;
    }

    private void create() {
        IndexOptions options = new IndexOptions().expireAfter(0L, TimeUnit.SECONDS);
        calls.run(OPERATION, () -> collection.createIndex(KEYS, options));
    }

    private void change(BsonString name) {
        BsonDocument index = new BsonDocument("name", name).append(DELAY, new BsonInt32(0));
        String collectionName = collection.getNamespace().getCollectionName();
        BsonDocument command = new BsonDocument("collMod", new BsonString(collectionName)).append("index", index);
        try {
            calls.run(OPERATION, () -> database.runCommand(command));
        } catch (BackendException e) {
            switch (e.reason()) {
                case UNSUPPORTED, PERMISSION, OTHER -> {}
                default -> throw e;
            }
            calls.run(OPERATION, () -> {
                collection.dropIndex(name.getValue());
                return true;
            });
            create();
        }
    }
}
