package org.kennelcache.backend.memcached;

import java.io.IOException;
import java.util.Collection;
import java.util.HashMap;
import java.util.Map;
import net.spy.memcached.OperationFactory;
import net.spy.memcached.ops.GetOperation;
import net.spy.memcached.ops.Operation;
import net.spy.memcached.protocol.binary.MultiGetOperationImpl;
import org.kennelcache.spi.StoredRecord;

/** Reads records and their versions in one round trip. */
final class GetAllCall extends Call implements GetOperation.Callback {

    private final Collection<String> names;
    private final Connection connection;
    private final Map<String, StoredRecord> found = new HashMap<>();
    private long cas;

    /** @param names one or more */
    GetAllCall(Collection<String> names, Connection connection) {
        super(names.iterator().next(), false);
        this.names = names;
        this.connection = connection;
    }

    @Override
    protected Operation request(OperationFactory factory) {
        return new WithTokens();
    }

    @Override
    public void gotData(String key, int flags, byte[] data) {
        found.put(key, new StoredRecord(data, Cas.version(cas, connection)));
    }

    /** What was there, once the call has ended well. */
    Map<String, StoredRecord> found() {
        return found;
    }

    /** The client's own operation drops the token that every answer carries. */
    private final class WithTokens extends MultiGetOperationImpl {

        WithTokens() {
            super(names, GetAllCall.this);
        }

        @Override
        protected void finishedPayload(byte[] payload) throws IOException {
            cas = responseCas;
            super.finishedPayload(payload);
        }
    }
}
