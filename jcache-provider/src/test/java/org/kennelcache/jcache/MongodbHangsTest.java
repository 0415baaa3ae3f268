package org.kennelcache.jcache;

import org.junit.jupiter.api.AutoClose;
import org.kennelcache.testing.MongoJavaServer;
import org.kennelcache.testing.TestServer;

/** The server stands still. */
class MongodbHangsTest extends OutageContract {

    @AutoClose
    private final MongoJavaServer server = MongoJavaServer.start();

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
