package example;

import static org.assertj.core.api.Assertions.assertThat;

import java.net.URI;
import java.nio.file.Path;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.kennelcache.testing.ConfigurationFile;
import org.kennelcache.testing.RedisServer;

/** Caches on Redis, as the application is configured. */
class RedisTest extends CachingContract {
    @TempDir
    private static Path folder;

    private final RedisServer server = RedisServer.start();

    @Override
    URI configuration() {
        return ConfigurationFile.write(folder, Application.class, "/kennel.conf", server);
    }

    @AfterAll
    @Override
    void stop() {
        super.stop();
        server.close();
    }

    @Test
    void cacheable_onRedis_entryIsThere() {
        server.command("FLUSHALL");

        pedigrees().of("Asta");

        assertThat(server.command("DBSIZE")).isEqualTo(1L);
    }
}
