package org.kennelcache.conformance;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.URI;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import org.kennelcache.testing.RedisServer;

/** A Redis server of the run's own. */
final class RedisFixture implements Fixture {

    private final RedisServer server = RedisServer.start();
    private final Path configuration;

    RedisFixture() {
        this(List.of());
    }

    /** A fixture with more options of the section {@code [cache]}. */
    RedisFixture(List<String> options) {
        List<String> lines = new ArrayList<>(List.of(
                "[cache]",
                "backend = redis",
                "redis_server = 127.0.0.1:" + server.port(),
                "serial_filter = org.kennelcache.conformance.*"));
        lines.addAll(options);
        try {
            configuration = Files.createTempFile("conformance", ".conf");
            Files.write(configuration, lines);
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
