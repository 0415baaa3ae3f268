package org.kennelcache.backend.memcached;

import net.spy.memcached.OperationFactory;
import net.spy.memcached.ops.DeleteOperation;
import net.spy.memcached.ops.Operation;

/** Removes a record. */
final class DeleteCall extends Call implements DeleteOperation.Callback {

    private final long cas;

    /** @param cas the token of the state to remove, or {@link Cas#ANY} */
    DeleteCall(String name, long cas) {
        super(name, true);
        this.cas = cas;
    }

    @Override
    protected Operation request(OperationFactory factory) {
        return factory.delete(name(), cas, this);
    }

    @Override
    public void gotData(long oldCas) {}
}
