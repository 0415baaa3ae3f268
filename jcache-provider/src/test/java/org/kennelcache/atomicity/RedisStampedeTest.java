package org.kennelcache.atomicity;

import java.util.List;
import org.junit.jupiter.api.AutoClose;
import org.kennelcache.testing.RedisServer;

class RedisStampedeTest extends StampedeContract {

    @AutoClose
    private static final RedisServer server = RedisServer.start();

    @Override
    List<String> options() {
        return List.of("backend = redis", "redis_server = " + server.host() + ":" + server.port());
    }
}
