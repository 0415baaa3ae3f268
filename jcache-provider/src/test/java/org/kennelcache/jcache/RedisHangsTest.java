package org.kennelcache.jcache;

import org.junit.jupiter.api.AutoClose;
import org.kennelcache.testing.RedisServer;
import org.kennelcache.testing.TestServer;

/** The server stands still. */
class RedisHangsTest extends OutageContract {

    @AutoClose
    private final RedisServer server = RedisServer.start();

    @Override
    TestServer server() {
        return server;
    }

    @Override
    void goDown() {
        server.pause();
    }

    @Override
    void comeBack() {
        server.resume();
    }
}
