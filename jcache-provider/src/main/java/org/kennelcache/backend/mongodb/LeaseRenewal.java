package org.kennelcache.backend.mongodb;

import static java.util.stream.Collectors.toMap;
import static java.util.stream.Collectors.toSet;

import com.mongodb.client.MongoCollection;
import java.time.Duration;
import java.time.InstantSource;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.bson.BsonArray;
import org.bson.BsonDateTime;
import org.bson.BsonDocument;
import org.kennelcache.backend.wire.Chunks;

/**
 * Renews many leases as {@link MongodbMutex} renews one: 1,000 by one update. The server says how many it found, not
 * which; where it found some, but fewer, one query tells.
 *
 * @param collection where the documents are, as the primary has it
 * @param clock says when a lease ends
 * @param calls does all calls
 */
record LeaseRenewal(MongoCollection<Entry> collection, InstantSource clock, Calls calls) {

    private static final String OPERATION = "renewAll";

    /** Renews leases, and gives the names of those whose tokens held them. */
    Set<String> run(Map<String, String> tokens, Duration lease) {
        Set<String> renewed = new HashSet<>(tokens.size() * 2);
        Chunks.forEach(tokens.entrySet(), Sizes::of, chunk -> renewed.addAll(renew(chunk, lease)));
        return renewed;
    }

    private Set<String> renew(List<Map.Entry<String, String>> tokens, Duration lease) {
        Map<String, Revision> holders =
                tokens.stream().collect(toMap(Map.Entry::getKey, token -> MongodbMutex.holder(token.getValue())));
        long size = tokens.stream().mapToLong(Sizes::of).sum();
        long end = clock.millis() + lease.toMillis();
        long found = calls.run(OPERATION, size, () -> extend(holders, end));
        if (found == holders.size()) {
            return holders.keySet();
        }
        return found == 0 ? Set.of() : calls.run(OPERATION, size, () -> held(holders));
    }

    private long extend(Map<String, Revision> holders, long end) {
        Filters filters = new Filters(clock);
        BsonArray held = new BsonArray(holders.size());
        holders.forEach((name, holder) -> held.add(filters.live(name, holder)));
        BsonDocument renewal = new BsonDocument("$set", new BsonDocument(EntryCodec.EXPIRES, new BsonDateTime(end)));
        return collection.updateMany(new BsonDocument("$or", held), renewal).getMatchedCount();
    }

    private Set<String> held(Map<String, Revision> holders) {
        long now = clock.millis();
        return collection
                .find(Filters.named(holders.keySet()))
                .batchSize(holders.size() + 1)
                .into(new ArrayList<>(holders.size()))
                .stream()
                .filter(entry -> entry.revision().equals(holders.get(entry.name())))
                .filter(entry -> entry.isLive(now))
                .map(Entry::name)
                .collect(toSet());
    }
}
