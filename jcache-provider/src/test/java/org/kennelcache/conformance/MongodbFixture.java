package org.kennelcache.conformance;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.URI;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import org.kennelcache.testing.MongoDb;

/** The MongoDB that the environment names, or else a server of the run's own. */
final class MongodbFixture implements Fixture {

    private final MongoDb mongodb = MongoDb.open();
    private final Path configuration;

    MongodbFixture() {
        List<String> lines = new ArrayList<>();
        lines.add("[cache]");
        lines.addAll(mongodb.options());
        lines.add("serial_filter = org.kennelcache.conformance.*");
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
        mongodb.close();
        try {
            Files.delete(configuration);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
