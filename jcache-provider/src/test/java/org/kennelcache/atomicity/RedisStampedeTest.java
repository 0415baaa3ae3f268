package org.kennelcache.atomicity;

import org.junit.jupiter.api.AutoClose;
import org.kennelcache.testing.RedisServer;
import org.kennelcache.testing.TestServer;

class RedisStampedeTest extends StampedeContract {

    @AutoClose
    private static final RedisServer server = RedisServer.start();

    @Override
    TestServer server() {
        return server;
    }
}
