package example;

import java.net.URI;
import java.nio.file.Path;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.io.TempDir;
import org.kennelcache.testing.ConfigurationFile;
import org.kennelcache.testing.RedisServer;

/** The second-level cache on Redis. */
class RedisTest extends SecondLevelCacheContract {
    @TempDir
    private static Path folder;

    private final RedisServer server = RedisServer.start();

    @Override
    URI configuration() {
        return ConfigurationFile.write(folder, RedisTest.class, "redis.conf", server);
    }

    @AfterAll
    @Override
    void close() {
        super.close();
        server.close();
    }
}
