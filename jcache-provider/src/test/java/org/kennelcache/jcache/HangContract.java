package org.kennelcache.jcache;

import org.junit.jupiter.api.AutoClose;
import org.kennelcache.testing.PausableServer;
import org.kennelcache.testing.TestServer;

/** The server stands still. */
abstract class HangContract extends OutageContract {

    @AutoClose
    private final PausableServer server;

    HangContract(PausableServer server) {
        this.server = server;
    }

    @Override
    final TestServer server() {
        return server;
    }

    @Override
    final void goDown() {
        server.pause();
    }

    @Override
    final void comeBack() {
        server.resume();
    }
}
