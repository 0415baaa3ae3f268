package org.kennelcache.backend.mongodb;

import com.mongodb.ErrorCategory;
import com.mongodb.MongoBulkWriteException;
import com.mongodb.bulk.BulkWriteError;
import com.mongodb.client.FindIterable;
import com.mongodb.client.MongoCollection;
import com.mongodb.client.model.BulkWriteOptions;
import com.mongodb.client.model.DeleteOneModel;
import com.mongodb.client.model.Projections;
import com.mongodb.client.model.ReplaceOneModel;
import com.mongodb.client.model.WriteModel;
import java.time.Duration;
import java.time.InstantSource;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.bson.BsonDocument;
import org.kennelcache.spi.Backend;
import org.kennelcache.spi.BackendException;
import org.kennelcache.spi.Mutex;
import org.kennelcache.spi.MutexProvider;
import org.kennelcache.spi.Scannable;
import org.kennelcache.spi.StoredRecord;
import org.kennelcache.spi.Version;

/**
 * Keeps each record as one document of a collection. All that is written carries a new version, and every condition is
 * a part of the filter of one write, so the server itself compares and sets.
 *
 * <p>A write that lost its connection is sent again by the driver. Where servers keep a log of that (replica sets and
 * sharded clusters), the second one changes nothing and is answered as the first was. Where it is answered as a lost
 * race all the same, the version that is there tells: if it is the very one that was to be written, the race was won.
 */
final class CollectionBackend implements Backend, Scannable, MutexProvider {

    /** The largest record: MongoDB's limit for documents, without room for the other fields. */
    static final long MOST_BYTES = (16 << 20) - 1024;

    /** How often a document may come as a duplicate and be gone again. */
    private static final int RACES = 10;

    private static final BulkWriteOptions UNORDERED = new BulkWriteOptions().ordered(false);

    private final Place place;
    private final MongoCollection<Entry> collection;
    private final List<String> servers;
    private final TtlIndex index;
    private final InstantSource clock;
    private final Filters filters;
    private final Calls calls;

    /**
     * The records in a collection.
     *
     * @param place which collection
     * @param servers for messages
     * @param index has the server drop what is past its date
     * @param clock judges that
     * @param calls does all calls
     */
    CollectionBackend(Place place, List<String> servers, TtlIndex index, InstantSource clock, Calls calls) {
        this.place = place;
        this.collection = place.current();
        this.servers = servers;
        this.index = index;
        this.clock = clock;
        this.filters = new Filters(clock);
        this.calls = calls;
    }

    @Override
    public Optional<StoredRecord> get(String name) {
        Entry found =
                calls.run("get", () -> collection.find(Filters.named(name)).first());
        return found == null || !found.isLive(clock.millis()) ? Optional.empty() : Optional.of(found.toRecord());
    }

    /** {@inheritDoc} A batch has room for one more than there can be: a full one makes servers keep a cursor open. */
    @Override
    public Map<String, StoredRecord> getAll(Collection<String> names) {
        Map<String, StoredRecord> found = new HashMap<>(names.size() * 2);
        if (!names.isEmpty()) {
            List<Entry> entries = calls.run(
                    "getAll",
                    Sizes.of(names),
                    () -> collection
                            .find(Filters.named(names))
                            .batchSize(names.size() + 1)
                            .into(new ArrayList<>(names.size())));
            long now = clock.millis();
            for (Entry entry : entries) {
                if (entry.isLive(now)) {
                    found.put(entry.name(), entry.toRecord());
                }
            }
        }
        return found;
    }

    @Override
    public boolean commit(String name, Version expected, StoredRecord.Draft draft) {
        Entry entry = entry("commit", name, draft);
        boolean done = commit(entry, expected);
        if (draft.timeToLive().isPresent()) {
            index.lookAfter();
        }
        return done;
    }

    private boolean commit(Entry entry, Version expected) {
        if (expected instanceof Version.Token version) {
            return replace(entry, Revision.from(version));
        }
        return expected instanceof Version.Absent ? insert(entry) : put(entry);
    }

    private Entry entry(String operation, String name, StoredRecord.Draft draft) {
        if (draft.bytes().length > MOST_BYTES) {
            throw calls.failures().tooLarge(operation, draft.bytes().length);
        }
        return Entry.of(name, draft, clock.millis());
    }

    private boolean replace(Entry entry, Revision expected) {
        BsonDocument filter = filters.live(entry.name(), expected);
        return calls.run(
                "commit",
                Sizes.of(entry) + Sizes.of(expected),
                () -> collection.replaceOne(filter, entry).getMatchedCount() == 1 || isThere(entry));
    }

    /** Where nothing or nothing alive is; an upsert makes a new document of what its filter does not find. */
    private boolean insert(Entry entry) {
        BsonDocument filter = filters.dead(entry.name());
        return calls.run("commit", Sizes.of(entry), () -> Upsert.replaces(collection, filter, entry) || isThere(entry));
    }

    private boolean isThere(Entry entry) {
        return collection
                        .find(filters.live(entry.name(), entry.revision()))
                        .projection(Projections.include(EntryCodec.ID))
                        .first()
                != null;
    }

    /**
     * Two servers of a sharded cluster, or two threads of one, may both find nothing to replace; one then comes second.
     */
    private boolean put(Entry entry) {
        BsonDocument filter = Filters.named(entry.name());
        for (int race = 1; race <= RACES; race++) {
            if (calls.run("commit", Sizes.of(entry), () -> Upsert.replaces(collection, filter, entry))) {
                return true;
            }
        }
        throw calls.failures().contended("commit", RACES);
    }

    @Override
    public void putAll(Map<String, StoredRecord.Draft> drafts) {
        List<WriteModel<Entry>> writes = new ArrayList<>(drafts.size());
        long size = 0;
        for (Map.Entry<String, StoredRecord.Draft> draft : drafts.entrySet()) {
            Entry entry = entry("putAll", draft.getKey(), draft.getValue());
            writes.add(new ReplaceOneModel<>(Filters.named(entry.name()), entry, Upsert.OPTIONS));
            size += Sizes.of(entry);
        }
        for (int race = 1; !writes.isEmpty(); race++) {
            if (race > RACES) {
                throw calls.failures().contended("putAll", RACES);
            }
            List<WriteModel<Entry>> all = writes;
            writes = calls.run("putAll", size, () -> bulkWrite(all));
        }
        if (drafts.values().stream().anyMatch(draft -> draft.timeToLive().isPresent())) {
            index.lookAfter();
        }
    }

    /** Gives back what came second in a race and has to be written again. */
    private List<WriteModel<Entry>> bulkWrite(List<WriteModel<Entry>> writes) {
        try {
            collection.bulkWrite(writes, UNORDERED);
            return List.of();
        } catch (MongoBulkWriteException e) {
            List<BulkWriteError> errors = e.getWriteErrors();
            if (e.getWriteConcernError() != null
                    || !errors.stream().allMatch(error -> error.getCategory() == ErrorCategory.DUPLICATE_KEY)) {
                throw e;
            }
            return errors.stream().map(error -> writes.get(error.getIndex())).toList();
        }
    }

    @Override
    public boolean remove(String name, Version expected) {
        if (expected instanceof Version.Absent) {
            return false;
        }
        if (expected instanceof Version.Token version) {
            Revision revision = Revision.from(version);
            return remove(filters.live(name, revision), Sizes.of(List.of(name)) + Sizes.of(revision));
        }
        return remove(filters.live(name), Sizes.of(List.of(name)));
    }

    private boolean remove(BsonDocument filter, long size) {
        return calls.run("remove", size, () -> collection.deleteOne(filter).getDeletedCount() == 1);
    }

    @Override
    public void removeAll(Collection<String> names) {
        removeAll("removeAll", names);
    }

    private void removeAll(String operation, Collection<String> names) {
        if (!names.isEmpty()) {
            List<DeleteOneModel<Entry>> removals = names.stream()
                    .map(name -> new DeleteOneModel<Entry>(Filters.named(name)))
                    .toList();
            calls.run(operation, Sizes.of(names), () -> collection.bulkWrite(removals, UNORDERED));
        }
    }

    @Override
    public Cursor scan(String prefix) {
        return new PageCursor(prefix, last -> calls.run("scan", () -> Page.read(query(prefix, last))));
    }

    private FindIterable<Entry> query(String prefix, String last) {
        return place.walked().find(filters.live(prefix, last));
    }

    @Override
    public void clear(String prefix) {
        clear("clear", prefix);
    }

    /**
     * {@inheritDoc} A collection that is the cache's alone is dropped, unless the user may only remove what is in it.
     */
    @Override
    public void drop(String prefix) {
        String operation = "drop";
        if (!place.isOwn()) {
            clear(operation, prefix);
            return;
        }
        try {
            calls.run(operation, () -> {
                collection.drop();
                return true;
            });
        } catch (BackendException e) {
            if (e.reason() != BackendException.Reason.PERMISSION) {
                throw e;
            }
            clear(operation, prefix);
        }
    }

    private void clear(String operation, String prefix) {
        String last = prefix;
        boolean ended = false;
        while (!ended) {
            BsonDocument range = Filters.startingWith(prefix, last);
            Page page = calls.run(
                    operation, () -> Page.read(collection.find(range).projection(Projections.include(EntryCodec.ID))));
            List<String> names = page.names();
            if (!names.isEmpty()) {
                calls.run(operation, Sizes.of(names), () -> collection.deleteMany(Filters.named(names)));
                last = names.get(names.size() - 1);
            }
            ended = page.isLast();
        }
    }

    @Override
    public Mutex mutex(String name) {
        return new MongodbMutex(name, collection, index, clock, calls);
    }

    @Override
    public Set<String> renewAll(Map<String, String> tokens, Duration lease) {
        return new LeaseRenewal(collection, clock, calls).run(tokens, lease);
    }

    @Override
    public List<String> servers() {
        return servers;
    }

    /** Does nothing: whoever made the client closes it. */
    @Override
    public void close() {}
}
