package org.kennelcache.jcache;

import org.junit.jupiter.api.AutoClose;
import org.kennelcache.testing.RedisServer;
import org.kennelcache.testing.TestServer;

/** The server is killed, and reads what it had from its log when it is started again. */
class RedisKilledTest extends OutageContract {

    @AutoClose
    private final RedisServer server = RedisServer.start("appendonly yes", "appendfsync always");

    @Override
    TestServer server() {
        return server;
    }

    @Override
    void goDown() {
        server.kill();
    }

    @Override
    void comeBack() {
        server.restart();
    }
}
