package org.kennelcache.backend.memcached;

import net.spy.memcached.OperationFactory;
import net.spy.memcached.ops.DeleteOperation;
import net.spy.memcached.ops.Operation;

/** Removes a record. */
final class DeleteCall extends Call implements DeleteOperation.Callback {

    private final long cas;

    private DeleteCall(String name, long cas, boolean doubtful) {
        super(name, doubtful);
        this.cas = cas;
    }

    /** @param cas the token of the state to remove, or {@link Cas#ANY} */
    DeleteCall(String name, long cas) {
        this(name, cas, true);
    }

    /** Removes what counts as absent in any case, so that it does not matter how it ends. */
    static DeleteCall ofOld(String name, Item item) {
        return new DeleteCall(name, item.cas().token(), false);
    }

    @Override
    protected Operation request(OperationFactory factory) {
        return factory.delete(name(), cas, this);
    }

    @Override
    public void gotData(long oldCas) {}
}
