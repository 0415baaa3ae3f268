package org.kennelcache.jcache;

import static java.nio.charset.StandardCharsets.ISO_8859_1;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.lang.management.ManagementFactory;
import java.net.URI;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import javax.cache.Cache;
import javax.cache.CacheException;
import javax.cache.CacheManager;
import javax.management.ObjectName;
import javax.management.openmbean.TabularData;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.kennelcache.config.EncryptionSettings;
import org.kennelcache.config.KennelConfiguration;
import org.kennelcache.config.KeysetWrapping;
import org.kennelcache.config.Secret;
import org.kennelcache.sealing.TestKeys;
import org.kennelcache.testing.RedisServer;

/** Encrypted caches on a real server. */
class EncryptionTest {

    private static final String MARKER = "MARKER";
    private static final String CLEARTEXT = "encryption_keyset_cleartext = true";

    private static RedisServer server;

    @TempDir
    private Path folder;

    private final KennelCachingProvider provider = new KennelCachingProvider();
    private final KennelCachingProvider otherProvider = new KennelCachingProvider();
    private final TestKeys keys = TestKeys.generate();
    private String keyset = "";

    @BeforeAll
    static void startServer() {
        server = RedisServer.start();
    }

    @AfterAll
    static void stopServer() {
        server.close();
    }

    @BeforeEach
    void prepare() {
        server.command("FLUSHALL");
        keyset = "encryption_keyset = " + keys.write(folder.resolve("keyset.json"), new KeysetWrapping.Cleartext());
    }

    @AfterEach
    void close() {
        provider.close();
        otherProvider.close();
    }

    private URI file(String... options) throws IOException {
        String text = "[cache]\nbackend = redis\nredis_server = 127.0.0.1:" + server.port() + "\n"
                + String.join("\n", options);
        return Files.writeString(Files.createTempFile(folder, "kennel", ".conf"), text)
                .toUri();
    }

    private static Cache<String, String> cache(CacheManager manager, String name) {
        return manager.createCache(
                name,
                KennelConfiguration.of(String.class, String.class)
                        .statistics(true)
                        .build());
    }

    private Cache<String, String> cache(String name, String... options) throws IOException {
        return cache(provider.getCacheManager(file(options), null), name);
    }

    /** The names and the contents of everything that the server holds. */
    private static String dump() {
        StringBuilder dump = new StringBuilder();
        for (Object name : (List<?>) Objects.requireNonNull(server.command("KEYS", "*"))) {
            String text = new String((byte[]) name, ISO_8859_1);
            byte[] content = (byte[]) Objects.requireNonNull(server.command("GET", text));
            dump.append(text)
                    .append(' ')
                    .append(new String(content, ISO_8859_1))
                    .append('\n');
        }
        return dump.toString();
    }

    private void useEverything(Cache<String, String> cache) {
        cache.put(MARKER + "-1", MARKER);
        cache.putAll(Map.of(MARKER + "-2", MARKER, MARKER + "-3", MARKER));
        cache.putIfAbsent(MARKER + "-4", MARKER);
        cache.replace(MARKER + "-4", MARKER + MARKER);
        cache.invoke(MARKER + "-5", (entry, arguments) -> {
            entry.setValue(MARKER);
            return null;
        });
        assertThat(cache.getAll(Set.of(MARKER + "-1", MARKER + "-4"))).hasSize(2);
        assertThat(cache).hasSize(5);
    }

    @Test
    void dump_withoutEncryption_showsTheMarkers() throws IOException {
        useEverything(cache(MARKER));

        assertThat(dump()).contains(MARKER);
    }

    @ParameterizedTest
    @ValueSource(strings = {"none", "lz4", "zstd"})
    void dump_withEncryption_showsNoMarker(String compression) throws IOException {
        useEverything(
                cache(MARKER, keyset, CLEARTEXT, "encryption_hide_cache_names = true", "compression = " + compression));

        assertThat(dump()).isNotEmpty().doesNotContain(MARKER);
    }

    @Test
    void dump_cacheNamesNotHidden_showsOnlyThose() throws IOException {
        useEverything(cache("books", keyset, CLEARTEXT));

        assertThat(dump()).contains(":books:").doesNotContain(MARKER);
    }

    @Test
    void get_managerWithTheSameKeyset_findsTheEntry() throws IOException {
        cache("one", keyset, CLEARTEXT).put("key", "value");

        CacheManager other = otherProvider.getCacheManager(file(keyset, CLEARTEXT), null);

        assertThat(cache(other, "one").get("key")).isEqualTo("value");
    }

    @Test
    void get_encryptionFromTheCode_winsOverTheFile() throws IOException {
        KennelConfiguration<String, String> code = KennelConfiguration.of(String.class, String.class)
                .encryption(EncryptionSettings.keysetFile(keys.write(
                                folder.resolve("wrapped.json"), new KeysetWrapping.ByPassword(Secret.of("hunter2"))))
                        .password(Secret.of("hunter2"))
                        .build())
                .build();
        Cache<String, String> cache = provider.getCacheManager(file(), null).createCache("one", code);
        cache.put(MARKER, MARKER);

        assertThat(dump()).doesNotContain(MARKER);
        CacheManager other = otherProvider.getCacheManager(file(keyset, CLEARTEXT), null);
        assertThat(cache(other, "one").get(MARKER)).isEqualTo(MARKER);
    }

    @Test
    void createCache_keysetMissing_namesTheFile() throws IOException {
        CacheManager manager = provider.getCacheManager(file("encryption_keyset = /none", CLEARTEXT), null);

        assertThatThrownBy(() -> cache(manager, "one"))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessageContainingAll("encryption_keyset", "/none");
    }

    @Test
    void clearAndDestroy_encryptedCache_leaveNothing() throws IOException {
        CacheManager manager =
                provider.getCacheManager(file(keyset, CLEARTEXT, "encryption_hide_cache_names = true"), null);
        Cache<String, String> one = cache(manager, "one");
        Cache<String, String> two = cache(manager, "two");
        one.put("key", "value");
        two.put("key", "value");

        one.clear();

        assertThat(two.get("key")).isEqualTo("value");
        manager.destroyCache("two");
        assertThat(dump()).isEmpty();
    }

    @Test
    void getUndecodableRecords_spoiltRecord_countsItByReason() throws Exception {
        CacheManager manager = provider.getCacheManager(file(keyset, CLEARTEXT), null);
        Cache<String, String> cache = cache(manager, "counted");
        cache.put("key", "value");
        spoil();

        assertThat(cache.get("key")).isNull();

        ObjectName bean = new ObjectName("javax.cache:type=CacheStatistics,CacheManager="
                + manager.getURI().toString().replaceAll("[,:=\n]", ".") + ",Cache=counted");
        TabularData counts =
                (TabularData) ManagementFactory.getPlatformMBeanServer().getAttribute(bean, "UndecodableRecords");
        assertThat(counts.values()).singleElement().asString().contains("BAD_SEAL", "value=1");
        cache.put("key", "again");
        assertThat(cache.get("key")).isEqualTo("again");
    }

    @Test
    void get_spoiltRecordAndRaise_isACacheException() throws IOException {
        Cache<String, String> cache = cache("one", keyset, CLEARTEXT, "on_undecodable = raise");
        cache.put("key", "value");
        spoil();

        assertThatThrownBy(() -> cache.get("key"))
                .isInstanceOf(CacheException.class)
                .hasMessageContaining("BAD_SEAL")
                .hasMessageContaining("cache.oslo:one:");
    }

    /** Changes the last byte of the only record. */
    private static void spoil() {
        List<?> names = (List<?>) Objects.requireNonNull(server.command("KEYS", "*"));
        String name = new String((byte[]) names.get(0), ISO_8859_1);
        server.command("SETBIT", name, lastBit(name), flipped(name));
    }

    private static String lastBit(String name) {
        return Long.toString((Long) Objects.requireNonNull(server.command("STRLEN", name)) * Byte.SIZE - 1);
    }

    private static String flipped(String name) {
        return Long.toString(1 - (Long) Objects.requireNonNull(server.command("GETBIT", name, lastBit(name))));
    }

    @Test
    void get_entryInTheClear_isTakenOverOnlyIfAccepted() throws IOException {
        cache("one").put(MARKER, MARKER);
        CacheManager strict = otherProvider.getCacheManager(file(keyset, CLEARTEXT), null);
        assertThat(cache(strict, "one").get(MARKER)).isNull();

        CacheManager accepting =
                otherProvider.getCacheManager(file(keyset, CLEARTEXT, "encryption_accept_cleartext = true"), null);

        assertThat(cache(accepting, "one").get(MARKER)).isEqualTo(MARKER);
        assertThat(dump()).doesNotContain(MARKER);
    }
}
