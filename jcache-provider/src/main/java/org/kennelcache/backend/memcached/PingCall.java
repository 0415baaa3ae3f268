package org.kennelcache.backend.memcached;

import net.spy.memcached.OperationFactory;
import net.spy.memcached.ops.Operation;

/** Asks a server whether it is there. */
final class PingCall extends Call {

    PingCall() {
        super("ping", false);
    }

    @Override
    protected Operation request(OperationFactory factory) {
        return factory.noop(this);
    }
}
