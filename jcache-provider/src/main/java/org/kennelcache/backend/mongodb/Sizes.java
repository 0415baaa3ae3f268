package org.kennelcache.backend.mongodb;

import java.util.Collection;
import java.util.Map;
import org.bson.BsonValue;

/** About how many bytes of a request something takes, for {@link WriteGuard}. Names and tokens are ASCII. */
final class Sizes {

    /** Of a write, a filter or a condition: all but names, tokens and records. */
    private static final long OVERHEAD = 112;

    private Sizes() {}

    /** One that replaces a document of the entry's name. */
    static long of(Entry entry) {
        return entry.bytes().length + 2L * entry.name().length() + OVERHEAD;
    }

    /** A condition that a document be in this state. */
    static long of(Revision revision) {
        BsonValue record = revision.record();
        return record != null && record.isBinary() ? record.asBinary().getData().length + OVERHEAD : OVERHEAD;
    }

    /** Names that are asked for or removed. */
    static long of(Collection<String> names) {
        long size = 0;
        for (String name : names) {
            size += name.length() + OVERHEAD;
        }
        return size;
    }

    /** Names with the token that has to be there. */
    static long of(Map.Entry<String, String> token) {
        return (long) token.getKey().length() + token.getValue().length() + OVERHEAD;
    }
}
