package org.kennelcache.jcache;

import static java.nio.charset.StandardCharsets.ISO_8859_1;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.awaitility.Awaitility.await;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;
import java.util.Queue;
import java.util.concurrent.ConcurrentLinkedQueue;
import javax.cache.Cache;
import javax.cache.CacheManager;
import org.junit.jupiter.api.AutoClose;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.kennelcache.config.KennelConfiguration;
import org.kennelcache.config.KeysetWrapping;
import org.kennelcache.sealing.TestKeys;
import org.kennelcache.spi.Backend;
import org.kennelcache.spi.BackendProxy;
import org.kennelcache.spi.ForwardingBackend;
import org.kennelcache.spi.StoredRecord;
import org.kennelcache.spi.Version;

/** Encrypted caches on the heap. */
class SealedHeapTest {

    private static final String MARKER = "MARKER";
    private static final Queue<String> stored = new ConcurrentLinkedQueue<>();

    @TempDir
    private Path folder;

    @AutoClose
    private final KennelCachingProvider provider = new KennelCachingProvider();

    private CacheManager manager;

    /** Notes the names and the bytes that are stored. */
    public static final class Spy implements BackendProxy {
        @Override
        public Backend wrap(Backend backend) {
            return new ForwardingBackend(backend) {
                @Override
                public boolean commit(String name, Version expected, StoredRecord.Draft draft) {
                    stored.add(name + new String(draft.bytes(), ISO_8859_1));
                    return super.commit(name, expected, draft);
                }

                @Override
                public void putAll(Map<String, StoredRecord.Draft> drafts) {
                    drafts.forEach((name, draft) -> stored.add(name + new String(draft.bytes(), ISO_8859_1)));
                    super.putAll(drafts);
                }
            };
        }
    }

    @BeforeEach
    void configure() throws IOException {
        stored.clear();
        Path keyset = TestKeys.generate().write(folder.resolve("keyset.json"), new KeysetWrapping.Cleartext());
        Path file = Files.writeString(folder.resolve("kennel.conf"), """
                [cache]
                backend = memory
                encryption_keyset = %s
                encryption_keyset_cleartext = true
                proxies = %s

                [cache:clear]
                encryption_keyset =
                encryption_keyset_cleartext =
                proxies =
                """.formatted(
                        keyset, Spy.class.getName().replace("$", "$$")));
        manager = provider.getCacheManager(file.toUri(), null);
    }

    private Cache<String, String> cache(String name) {
        return manager.createCache(
                name, KennelConfiguration.of(String.class, String.class).build());
    }

    @Test
    void operations_anyOfThem_areReadBackAndStoredSealed() {
        Cache<String, String> cache = cache("tokens");

        cache.put(MARKER + 1, MARKER);
        cache.putAll(Map.of(MARKER + 2, MARKER));
        cache.putIfAbsent(MARKER + 3, MARKER);
        cache.invoke(MARKER + 3, (entry, none) -> {
            entry.setValue(entry.getValue() + "!");
            return null;
        });

        assertThat(cache.get(MARKER + 1)).isEqualTo(MARKER);
        assertThat(cache.get(MARKER + 3)).isEqualTo(MARKER + "!");
        assertThat(cache).hasSize(3);
        assertThat(stored).hasSize(4).noneMatch(record -> record.contains(MARKER));
    }

    @Test
    void createCache_afterItWasClosed_isEmpty() {
        Cache<String, String> cache = cache("tokens");
        cache.put("key", "value");

        cache.close();

        assertThat(cache("tokens")).isEmpty();
    }

    @Test
    void createCache_byReference_refused() {
        assertThatThrownBy(() -> manager.createCache(
                        "tokens",
                        KennelConfiguration.of(String.class, String.class)
                                .storeByValue(false)
                                .build()))
                .isInstanceOf(UnsupportedOperationException.class)
                .hasMessageContaining("no encryption_keyset");
    }

    @Test
    void createCache_bounded_keepsThatMany() {
        Cache<String, String> cache = manager.createCache(
                "tokens",
                KennelConfiguration.of(String.class, String.class)
                        .maximumSize(1)
                        .build());

        cache.put("a", "1");
        cache.put("b", "2");

        await().untilAsserted(() -> assertThat(cache).hasSize(1));
    }

    @Test
    void createCache_weighed_refusedWithWhatIsAllowed() {
        assertThatIllegalArgumentException()
                .isThrownBy(() -> manager.createCache(
                        "tokens",
                        KennelConfiguration.of(String.class, String.class)
                                .maximumWeight(10, (key, value) -> 1)
                                .build()))
                .withMessageContaining("maximumWeight = 10")
                .withMessageContaining("allowed: maximumSize");
    }

    @Test
    void createCache_keysetTakenBackInItsSection_isNotSealed() {
        Cache<String, String> cache = manager.createCache(
                "clear",
                KennelConfiguration.of(String.class, String.class)
                        .storeByValue(false)
                        .build());
        String value = new String(MARKER);

        cache.put("key", value);

        assertThat(cache.get("key")).isSameAs(value);
    }
}
