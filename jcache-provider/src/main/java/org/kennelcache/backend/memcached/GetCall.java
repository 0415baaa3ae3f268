package org.kennelcache.backend.memcached;

import java.util.Optional;
import net.spy.memcached.OperationFactory;
import net.spy.memcached.ops.GetsOperation;
import net.spy.memcached.ops.Operation;
import org.jspecify.annotations.Nullable;
import org.kennelcache.spi.StoredRecord;
import org.kennelcache.spi.Version;

/** Reads what is of no cache, such as a lease, and its version. */
final class GetCall extends Call implements GetsOperation.Callback {

    private final Connection connection;
    private @Nullable StoredRecord record;

    GetCall(String name, Connection connection) {
        super(name, false);
        this.connection = connection;
    }

    @Override
    protected Operation request(OperationFactory factory) {
        return factory.gets(name(), this);
    }

    @Override
    public void gotData(String key, int flags, long cas, byte[] data) {
        record = new StoredRecord(data, Version.of(new Cas(cas, Generations.NONE, connection)));
    }

    /** What was there, once the call has ended well. */
    Optional<StoredRecord> record() {
        return Optional.ofNullable(record);
    }
}
