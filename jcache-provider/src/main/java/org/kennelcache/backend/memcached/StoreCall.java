package org.kennelcache.backend.memcached;

import net.spy.memcached.OperationFactory;
import net.spy.memcached.ops.Operation;
import net.spy.memcached.ops.StoreOperation;
import net.spy.memcached.ops.StoreType;
import org.jspecify.annotations.Nullable;
import org.kennelcache.spi.StoredRecord;
import org.kennelcache.spi.Version;

/** Stores something. */
final class StoreCall extends Call implements StoreOperation.Callback {

    private static final int NEVER = 0;
    private static final byte[] NOTHING = {};

    private final StoreType type;
    private final long cas;
    private final int expiration;
    private final byte[] bytes;

    private StoreCall(StoreType type, String name, boolean doubtful, long cas, int expiration, byte[] bytes) {
        super(name, doubtful);
        this.type = type;
        this.cas = cas;
        this.expiration = expiration;
        this.bytes = bytes;
    }

    /** Stores it whatever is there. */
    static StoreCall put(String name, long generation, StoredRecord.Draft draft, Connection connection) {
        return of(StoreType.set, name, Cas.ANY, generation, draft, connection);
    }

    /** Stores it if nothing is there. */
    static StoreCall putIfAbsent(String name, long generation, StoredRecord.Draft draft, Connection connection) {
        return of(StoreType.add, name, Cas.ANY, generation, draft, connection);
    }

    /** Stores it if what is there was not changed since; it is of the same generation. */
    static StoreCall replace(String name, Cas expected, StoredRecord.Draft draft) {
        return of(StoreType.set, name, expected.token(), expected.generation(), draft, expected.connection());
    }

    private static StoreCall of(
            StoreType type, String name, long cas, long generation, StoredRecord.Draft draft, Connection connection) {
        int expiration = connection.expiration(draft.timeToLive());
        return new StoreCall(type, name, true, cas, expiration, Item.write(generation, draft.bytes()));
    }

    /** Begins a generation if there is none; not to know whether it has begun does no harm. */
    static StoreCall generation(String name, long generation) {
        return new StoreCall(StoreType.add, name, false, Cas.ANY, NEVER, Item.write(generation, NOTHING));
    }

    /**
     * Stores a lease if what is there was not changed since, which may be nothing. One whose fate is not known is let be: it
     * ends by itself, and to remove it later might be to remove somebody else's.
     */
    static StoreCall lease(String name, Version expected, StoredRecord.Draft draft, Connection connection) {
        int expiration = connection.expiration(draft.timeToLive());
        return expected instanceof Version.Token token
                ? new StoreCall(StoreType.set, name, false, Cas.from(token).token(), expiration, draft.bytes())
                : new StoreCall(StoreType.add, name, false, Cas.ANY, expiration, draft.bytes());
    }

    int size() {
        return bytes.length;
    }

    /** What removes that which the record should replace; null if it should replace nothing. */
    @Nullable
    DeleteCall removalOfOld() {
        return type == StoreType.add ? null : new DeleteCall(name(), cas);
    }

    @Override
    protected Operation request(OperationFactory factory) {
        return cas == Cas.ANY
                ? factory.store(type, name(), 0, expiration, bytes, this)
                : factory.cas(type, name(), cas, 0, expiration, bytes, this);
    }

    /** The new token; whoever wants it reads. */
    @Override
    public void gotData(String key, long newCas) {}
}
