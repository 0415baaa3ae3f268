package org.kennelcache.conformance;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.URI;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.kennelcache.testing.RedisServer;

/** A Redis server of the run's own. */
final class RedisFixture implements Fixture {

    private final RedisServer server = RedisServer.start();
    private final Path configuration;

    RedisFixture() {
        try {
            configuration = Files.createTempFile("conformance", ".conf");
            Files.write(
                    configuration,
                    List.of(
                            "[cache]",
                            "backend = redis",
                            "redis_server = 127.0.0.1:" + server.port(),
                            "serial_filter = org.kennelcache.conformance.*"));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    @Override
    public URI uri() {
        return configuration.toUri();
    }

    @Override
    public void close() {
        server.close();
        try {
            Files.delete(configuration);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
