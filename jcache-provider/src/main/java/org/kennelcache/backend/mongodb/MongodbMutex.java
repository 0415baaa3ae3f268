package org.kennelcache.backend.mongodb;

import static java.nio.charset.StandardCharsets.US_ASCII;

import com.mongodb.client.MongoCollection;
import com.mongodb.client.model.Projections;
import java.time.Duration;
import java.time.InstantSource;
import org.bson.BsonBinary;
import org.bson.BsonDateTime;
import org.bson.BsonDocument;
import org.kennelcache.spi.Mutex;

/**
 * A document under a name of its own, whose version is the token and whose date is the end of the lease. What is past
 * its date is free, whether or not the server has dropped it.
 *
 * <p>Hazards: leases end by the clocks of the JVMs, which have to agree. A lease that only a failed primary knew of may
 * be taken again; {@code w = majority} rules that out.
 *
 * @param name what is locked
 * @param collection where the document is, as the primary has it
 * @param index has the server drop the documents of holders that died
 * @param clock says when a lease ends
 * @param calls does all calls
 */
record MongodbMutex(String name, MongoCollection<Entry> collection, TtlIndex index, InstantSource clock, Calls calls)
        implements Mutex {

    private static final byte[] NOTHING = {};

    @Override
    public boolean tryAcquire(String token, Duration lease) {
        Entry held = new Entry(name, NOTHING, holder(token), end(lease));
        BsonDocument free = filters().dead(name);
        boolean acquired = calls.run("tryAcquire", () -> Upsert.replaces(collection, free, held));
        index.lookAfter();
        return acquired;
    }

    @Override
    public boolean renew(String token, Duration lease) {
        BsonDocument end = new BsonDocument(EntryCodec.EXPIRES, new BsonDateTime(end(lease)));
        BsonDocument held = filters().live(name, holder(token));
        return calls.run(
                "renew",
                () -> collection.updateOne(held, new BsonDocument("$set", end)).getMatchedCount() == 1);
    }

    @Override
    public boolean release(String token) {
        BsonDocument held = filters().live(name, holder(token));
        return calls.run("release", () -> collection.deleteOne(held).getDeletedCount() == 1);
    }

    @Override
    public boolean isLocked() {
        BsonDocument held = filters().live(name);
        return calls.run(
                "isLocked",
                () -> collection
                                .find(held)
                                .projection(Projections.include(EntryCodec.ID))
                                .first()
                        != null);
    }

    private Filters filters() {
        return new Filters(clock);
    }

    private long end(Duration lease) {
        return clock.millis() + lease.toMillis();
    }

    static Revision holder(String token) {
        return new Revision(new BsonBinary(token.getBytes(US_ASCII)), null);
    }
}
