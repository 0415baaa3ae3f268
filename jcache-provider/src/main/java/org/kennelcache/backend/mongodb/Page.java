package org.kennelcache.backend.mongodb;

import com.mongodb.client.FindIterable;
import com.mongodb.client.MongoCursor;
import com.mongodb.client.model.Sorts;
import java.util.ArrayList;
import java.util.List;
import org.bson.conversions.Bson;

/**
 * Some entries of a walk, in the order of their names.
 *
 * @param entries as many as one answer of the server holds; never none unless this is the last page
 * @param isLast whether there are no more
 */
record Page(List<Entry> entries, boolean isLast) {

    /** The most entries of a page. The server ends it sooner when it has 16 MiB. */
    private static final int SIZE = 500;

    private static final Bson BY_NAME = Sorts.ascending(EntryCodec.ID);

    /** Reads the first page of what a query finds; one round trip, and one more if the server ended it sooner. */
    static Page read(FindIterable<Entry> query) {
        List<Entry> entries = new ArrayList<>();
        try (MongoCursor<Entry> cursor =
                query.sort(BY_NAME).limit(SIZE).batchSize(SIZE).cursor()) {
            while (cursor.available() > 0) {
                entries.add(cursor.next());
            }
            return new Page(entries, cursor.getServerCursor() == null && entries.size() < SIZE);
        }
    }

    /** The names of the entries. */
    List<String> names() {
        return entries.stream().map(Entry::name).toList();
    }
}
