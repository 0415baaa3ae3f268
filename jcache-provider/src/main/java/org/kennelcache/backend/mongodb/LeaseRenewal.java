package org.kennelcache.backend.mongodb;

import com.mongodb.client.MongoCollection;
import java.time.Duration;
import java.time.InstantSource;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.bson.BsonArray;
import org.bson.BsonDateTime;
import org.bson.BsonDocument;
import org.kennelcache.backend.wire.Chunks;

/**
 * Renews many leases as {@link MongodbMutex} renews one: 1,000 by one update. The server says how many it found, not which; where
 * it found fewer, they are renewed one by one.
 *
 * @param collection where the documents are
 * @param clock says when a lease ends
 * @param calls does all calls
 */
record LeaseRenewal(MongoCollection<Entry> collection, InstantSource clock, Calls calls) {

    /** Renews leases, and gives the names of those whose tokens held them. */
    Set<String> run(Map<String, String> tokens, Duration lease) {
        Set<String> renewed = new HashSet<>(tokens.size() * 2);
        Chunks.forEach(tokens.entrySet(), token -> token.getKey().length(), chunk -> renew(chunk, lease, renewed));
        return renewed;
    }

    private void renew(List<Map.Entry<String, String>> tokens, Duration lease, Set<String> renewed) {
        BsonArray all = new BsonArray();
        tokens.forEach(token -> all.add(held(token)));
        boolean areAllHeld = found(new BsonDocument("$or", all), lease) == tokens.size();
        tokens.stream()
                .filter(token -> areAllHeld || found(held(token), lease) == 1)
                .forEach(token -> renewed.add(token.getKey()));
    }

    private BsonDocument held(Map.Entry<String, String> token) {
        return new Filters(clock).live(token.getKey(), MongodbMutex.holder(token.getValue()));
    }

    private long found(BsonDocument filter, Duration lease) {
        BsonDateTime end = new BsonDateTime(clock.millis() + lease.toMillis());
        BsonDocument renewal = new BsonDocument("$set", new BsonDocument(EntryCodec.EXPIRES, end));
        return calls.run(
                "renewAll", () -> collection.updateMany(filter, renewal).getMatchedCount());
    }
}
