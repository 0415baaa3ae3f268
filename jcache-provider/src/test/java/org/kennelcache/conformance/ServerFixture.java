package org.kennelcache.conformance;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.URI;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import org.kennelcache.testing.TestServer;

/** Servers of the run's own; the system property {@value #SERVER} says which, see {@link TestServer#start}. */
final class ServerFixture implements Fixture {

    private static final String SERVER = "kennel.conformance.server";

    private final TestServer server = TestServer.start(System.getProperty(SERVER, ""));
    private final Path configuration;

    ServerFixture() {
        List<String> lines = new ArrayList<>(List.of("[cache]"));
        lines.addAll(server.options());
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
        server.close();
        try {
            Files.delete(configuration);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
