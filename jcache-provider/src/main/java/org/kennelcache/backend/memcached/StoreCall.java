package org.kennelcache.backend.memcached;

import net.spy.memcached.OperationFactory;
import net.spy.memcached.ops.Operation;
import net.spy.memcached.ops.StoreOperation;
import net.spy.memcached.ops.StoreType;
import org.jspecify.annotations.Nullable;
import org.kennelcache.spi.StoredRecord;
import org.kennelcache.spi.Version;

/** Stores a record. */
final class StoreCall extends Call implements StoreOperation.Callback {

    private final StoreType type;
    private final long cas;
    private final int expiration;
    private final byte[] bytes;

    private StoreCall(
            StoreType type, String name, boolean doubtful, long cas, int expiration, StoredRecord.Draft draft) {
        super(name, doubtful);
        this.type = type;
        this.cas = cas;
        this.expiration = expiration;
        this.bytes = draft.bytes();
    }

    /** Stores it whatever is there. */
    static StoreCall put(String name, StoredRecord.Draft draft, Connection connection) {
        return new StoreCall(StoreType.set, name, true, Cas.ANY, connection.expiration(draft.timeToLive()), draft);
    }

    /** Stores it if nothing is there. */
    static StoreCall putIfAbsent(String name, StoredRecord.Draft draft, Connection connection) {
        return new StoreCall(StoreType.add, name, true, Cas.ANY, connection.expiration(draft.timeToLive()), draft);
    }

    /** Stores it if what is there was not changed since. */
    static StoreCall replace(String name, Cas expected, StoredRecord.Draft draft) {
        Connection connection = expected.connection();
        return new StoreCall(
                StoreType.set, name, true, expected.token(), connection.expiration(draft.timeToLive()), draft);
    }

    /**
     * Stores a lease if what is there was not changed since, which may be nothing. One whose fate is not known is let be: it
     * ends by itself, and to remove it later might be to remove somebody else's.
     */
    static StoreCall lease(String name, Version expected, StoredRecord.Draft draft, Connection connection) {
        int expiration = connection.expiration(draft.timeToLive());
        return expected instanceof Version.Token token
                ? new StoreCall(StoreType.set, name, false, Cas.from(token).token(), expiration, draft)
                : new StoreCall(StoreType.add, name, false, Cas.ANY, expiration, draft);
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
