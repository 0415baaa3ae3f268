package org.kennelcache.jcache;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;
import javax.cache.Cache;
import org.junit.jupiter.api.AutoClose;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.kennelcache.Logs;
import org.kennelcache.config.KennelConfiguration;
import org.kennelcache.config.KeysetWrapping;
import org.kennelcache.dogpile.Invalidation;
import org.kennelcache.dogpile.Region;
import org.kennelcache.sealing.TestKeys;
import org.kennelcache.testing.TestServer;

/**
 * Whatever a cache with encryption does, neither its server nor the log hears of keys, values or names of caches: not
 * in records and their names, not in names of locks, not in any command.
 */
class WireSecrecyTest {

    private static final String MARKER = "MARKER";

    @RegisterExtension
    private final Logs logs = Logs.down();

    @TempDir
    private Path folder;

    @AutoClose
    private final KennelCachingProvider provider = new KennelCachingProvider();

    /** All that goes over the wire while a cache does everything that it can. */
    private String heard(String serverName, String... options) throws IOException {
        try (TestServer server = TestServer.start(serverName);
                WireTap tap = WireTap.on(port(server))) {
            String connection = server.options().stream()
                    .map(option -> option.replace(":" + port(server), ":" + tap.port()))
                    .collect(Collectors.joining("\n"));
            Path file = Files.writeString(
                    folder.resolve("kennel.conf"),
                    "[cache]\n" + connection + "\ninvalidation = shared\ndebug_cache_backend = true\n"
                            + String.join("\n", options));
            useEverything(provider.getCacheManager(file.toUri(), null)
                    .createCache(
                            MARKER,
                            KennelConfiguration.of(String.class, String.class).build()));
            provider.close();
            return tap.heard();
        }
    }

    private static int port(TestServer server) {
        return server.options().stream()
                .filter(option -> option.contains("127.0.0.1:"))
                .map(option -> option.replaceAll(".*127\\.0\\.0\\.1:", ""))
                .mapToInt(Integer::parseInt)
                .findFirst()
                .orElseThrow();
    }

    private static void useEverything(Cache<String, String> cache) {
        cache.put(MARKER + 1, MARKER);
        cache.putAll(Map.of(MARKER + 2, MARKER, MARKER + 3, MARKER));
        cache.putIfAbsent(MARKER + 4, MARKER);
        cache.replace(MARKER + 4, MARKER, MARKER + MARKER);
        cache.invoke(MARKER + 5, (entry, arguments) -> {
            entry.setValue(MARKER);
            return null;
        });
        assertThat(cache.getAll(Set.of(MARKER + 1, MARKER + 4))).hasSize(2);
        assertThat(cache).hasSize(5);
        cache.remove(MARKER + 1);
        cache.removeAll(Set.of(MARKER + 2));
        Region<String, String> region = region(cache);
        region.getOrCreate(MARKER + 6, key -> {
            assertThat(region.isLocked(key)).isTrue();
            return MARKER;
        });
        region.getOrCreateMulti(
                Set.of(MARKER + 7, MARKER + 8),
                keys -> keys.stream().collect(Collectors.toMap(key -> key, key -> MARKER)));
        region.invalidate(Invalidation.HARD);
        assertThat(cache.get(MARKER + 8)).isNull();
        cache.clear();
    }

    @SuppressWarnings("unchecked")
    private static Region<String, String> region(Cache<String, String> cache) {
        return cache.unwrap(Region.class);
    }

    @ParameterizedTest
    @ValueSource(strings = {"redis", "memcached", "mongodb"})
    void everything_withEncryption_saysNothing(String server) throws IOException {
        Path keyset = TestKeys.generate().write(folder.resolve("keyset.json"), new KeysetWrapping.Cleartext());

        String heard = heard(
                server,
                "encryption_keyset = " + keyset,
                "encryption_keyset_cleartext = true",
                "encryption_hide_cache_names = true");

        assertThat(heard).contains("~lock", "~region").doesNotContain(MARKER);
        assertThat(logs.everything()).contains("tryAcquire").doesNotContain(MARKER);
    }

    @Test
    void everything_withoutEncryption_isHeard() throws IOException {
        assertThat(heard("redis")).contains(":" + MARKER + ":", MARKER + 1, MARKER + 8);
    }
}
