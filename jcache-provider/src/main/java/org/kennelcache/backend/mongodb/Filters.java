package org.kennelcache.backend.mongodb;

import static org.kennelcache.backend.mongodb.EntryCodec.EXPIRES;
import static org.kennelcache.backend.mongodb.EntryCodec.ID;

import java.time.InstantSource;
import java.util.Collection;
import org.bson.BsonArray;
import org.bson.BsonDateTime;
import org.bson.BsonDocument;
import org.bson.BsonString;

/**
 * Which documents an operation means.
 *
 * <p>The server drops what is past its date once a minute at best, so every filter that compares or walks leaves out
 * what is: such a document is gone for all purposes, and in the way of none. Reads by name ask for the name alone,
 * which the server answers from its index without a plan, and look at the date themselves.
 */
final class Filters {

    private final InstantSource clock;

    /** @param clock says what is past its date; it has to agree with those of other JVMs and of the servers */
    Filters(InstantSource clock) {
        this.clock = clock;
    }

    /** A document, dead or alive. */
    static BsonDocument named(String name) {
        return new BsonDocument(ID, new BsonString(name));
    }

    /** Documents, dead or alive. */
    static BsonDocument named(Collection<String> names) {
        return new BsonDocument(ID, new BsonDocument("$in", strings(names)));
    }

    /** A document. */
    BsonDocument live(String name) {
        return live(named(name));
    }

    /** A document that nobody has changed. */
    BsonDocument live(String name, Revision revision) {
        return revision.restrict(live(name));
    }

    /** Documents whose names start with {@code prefix} and come after {@code last}, which may be the prefix itself. */
    BsonDocument live(String prefix, String last) {
        return live(startingWith(prefix, last));
    }

    /** A document that is past its date; with an upsert: that, or nothing at all. */
    BsonDocument dead(String name) {
        return named(name).append(EXPIRES, pastDate());
    }

    /** Like {@link #live(String, String)}, dead or alive. No prefix: every text comes after the empty one. */
    static BsonDocument startingWith(String prefix, String last) {
        BsonDocument range = new BsonDocument(last.equals(prefix) ? "$gte" : "$gt", new BsonString(last));
        if (!prefix.isEmpty()) {
            int end = prefix.length() - 1;
            String next = prefix.substring(0, end) + (char) (prefix.charAt(end) + 1);
            range.append("$lt", new BsonString(next));
        }
        return new BsonDocument(ID, range);
    }

    private BsonDocument live(BsonDocument filter) {
        return filter.append(EXPIRES, new BsonDocument("$not", pastDate()));
    }

    private BsonDocument pastDate() {
        return new BsonDocument("$lte", new BsonDateTime(clock.millis()));
    }

    private static BsonArray strings(Collection<String> names) {
        BsonArray strings = new BsonArray(names.size());
        for (String name : names) {
            strings.add(new BsonString(name));
        }
        return strings;
    }
}
