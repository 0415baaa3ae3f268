package org.kennelcache.testing;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.net.URI;
import java.nio.file.Files;
import java.nio.file.Path;

/** Configuration files as users write them, for servers that have their ports by chance. */
public final class ConfigurationFile {

    private static final String USUAL_ADDRESS = "localhost:6379";

    private ConfigurationFile() {}

    /**
     * Writes a file that names a server of the test.
     *
     * @param folder where to
     * @param user a class beside which the resource is
     * @param resource a file that names the server as {@code localhost:6379}
     * @return the URI of the new file, which has the name of the resource
     * @throws IllegalArgumentException if there is no such resource, or it names no such server
     */
    public static URI write(Path folder, Class<?> user, String resource, RedisServer server) {
        try (InputStream in = user.getResourceAsStream(resource)) {
            String text = in == null ? "" : new String(in.readAllBytes(), UTF_8);
            if (!text.contains(USUAL_ADDRESS)) {
                throw new IllegalArgumentException(
                        "beside " + user + " is no file " + resource + " that names " + USUAL_ADDRESS);
            }
            String address = server.host() + ":" + server.port();
            return Files.writeString(
                            folder.resolve(Path.of(resource).getFileName()), text.replace(USUAL_ADDRESS, address))
                    .toUri();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
