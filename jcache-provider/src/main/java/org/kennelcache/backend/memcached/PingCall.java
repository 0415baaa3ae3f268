package org.kennelcache.backend.memcached;

import net.spy.memcached.OperationFactory;
import net.spy.memcached.ops.GetsOperation;
import net.spy.memcached.ops.Operation;

/** Asks a server whether it is there, by a read of what never is. */
final class PingCall extends Call implements GetsOperation.Callback {

    PingCall() {
        super("kennel:ping", false);
    }

    @Override
    protected Operation request(OperationFactory factory) {
        return factory.gets(name(), this);
    }

    @Override
    public void gotData(String key, int flags, long cas, byte[] data) {}
}
