package org.kennelcache.jcache;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import java.io.IOException;
import java.net.URI;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import javax.cache.Cache;
import javax.cache.CacheManager;
import javax.cache.configuration.MutableConfiguration;
import org.junit.jupiter.api.AutoClose;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.kennelcache.config.ConfigurationException;
import org.kennelcache.spi.MapBackendFactory;

/** A backend that is not Kennel's own. */
class OtherBackendTest {

    @AutoClose
    private final KennelCachingProvider provider = new KennelCachingProvider();

    @TempDir
    private Path folder;

    @Test
    void backend_thatAFactoryNames_keepsTheEntries() throws IOException {
        CacheManager manager = provider.getCacheManager(
                file("backend = " + MapBackendFactory.NAME, "backend_argument = region:eu"), null);
        Cache<String, String> cache = manager.createCache("cache", new MutableConfiguration<>());

        cache.put("key", "value");

        assertThat(cache.get("key")).isEqualTo("value");
        String processed = cache.invoke("key", (entry, arguments) -> entry.getValue() + arguments[0], "!");
        assertThat(processed).isEqualTo("value!");
    }

    @Test
    void backend_argumentThatItHasNot_isRefusedByTheFactory() throws IOException {
        CacheManager manager = provider.getCacheManager(
                file(
                        "backend = " + MapBackendFactory.NAME,
                        "backend_argument = token:t0ken",
                        "[cache:one]",
                        "backend = " + MapBackendFactory.NAME,
                        "backend_argument = regoin:eu"),
                null);

        assertThatIllegalArgumentException()
                .isThrownBy(() -> manager.createCache("one", new MutableConfiguration<>()))
                .withMessage("backend_argument = regoin:...: backend acme has no such argument;"
                        + " allowed: [region, token]");
    }

    @Test
    void backend_almostAsAFactoryNamesIt_suggestsThat() throws IOException {
        URI uri = file("backend = acne");

        assertThatExceptionOfType(ConfigurationException.class)
                .isThrownBy(() -> provider.getCacheManager(uri, null))
                .withMessageContaining("did you mean acme?");
    }

    private URI file(String... lines) throws IOException {
        Path file = folder.resolve("kennel.conf");
        Files.writeString(file, "[cache]\n" + String.join("\n", List.of(lines)));
        return file.toUri();
    }
}
