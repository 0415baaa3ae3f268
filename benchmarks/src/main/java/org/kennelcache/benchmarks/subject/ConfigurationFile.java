package org.kennelcache.benchmarks.subject;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.net.URI;
import java.net.URL;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * What a contender must be told to do the work at all: the resource {@code CONTENDER-VALUETYPE.xml}, or, where the entries
 * are on a server, {@code CONTENDER.conf} with {@value #SERVER} where the server's host and port belong.
 */
final class ConfigurationFile {

    private static final String SERVER = "@server@";

    private ConfigurationFile() {}

    /** Returns where the file is; empty if the contender needs none. */
    static Optional<URI> of(String contender, CacheSetup setup) {
        if (setup.server().isEmpty()) {
            return resource(contender + "-" + setup.valueType().getSimpleName() + ".xml")
                    .map(url -> URI.create(url.toString()));
        }
        return resource(contender + ".conf").map(url -> completed(url, setup.server()));
    }

    private static Optional<URL> resource(String name) {
        @Nullable URL url = ConfigurationFile.class.getResource("/" + name);
        return Optional.ofNullable(url);
    }

    private static URI completed(URL template, String server) {
        try (InputStream in = template.openStream()) {
            Path file = Files.createTempFile("contender", ".conf");
            file.toFile().deleteOnExit();
            String text = new String(in.readAllBytes(), UTF_8);
            return Files.writeString(file, text.replace(SERVER, escaped(server)))
                    .toUri();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** In Kennel's files a dollar sign, which a connection string may have, begins a variable. */
    private static String escaped(String server) {
        return server.replace("$", "$$");
    }
}
