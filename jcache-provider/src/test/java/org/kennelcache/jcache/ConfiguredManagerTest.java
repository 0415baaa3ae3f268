package org.kennelcache.jcache;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.awaitility.Awaitility.await;

import java.io.IOException;
import java.net.URI;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import javax.cache.Cache;
import javax.cache.CacheManager;
import javax.cache.configuration.CompleteConfiguration;
import javax.cache.configuration.Factory;
import javax.cache.configuration.MutableConfiguration;
import javax.cache.expiry.CreatedExpiryPolicy;
import javax.cache.integration.CacheLoader;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.kennelcache.config.ConfigurationException;
import org.kennelcache.config.KennelConfiguration;

/** What a configuration file does to a manager and its caches. */
class ConfiguredManagerTest {

    /** Named in a file. */
    public static final class EchoFactory implements Factory<CacheLoader<String, String>> {

        private static final long serialVersionUID = 1L;

        @Override
        public CacheLoader<String, String> create() {
            return new CacheLoader<>() {
                @Override
                public String load(String key) {
                    return "loaded " + key;
                }

                @Override
                public java.util.Map<String, String> loadAll(Iterable<? extends String> keys) {
                    throw new UnsupportedOperationException();
                }
            };
        }
    }

    @TempDir
    private Path folder;

    private final KennelCachingProvider provider = new KennelCachingProvider();

    @AfterEach
    void close() {
        provider.close();
    }

    private URI file(String text) throws IOException {
        return Files.writeString(folder.resolve("kennel.conf"), text).toUri();
    }

    private CacheManager manager(String text) throws IOException {
        return provider.getCacheManager(file(text), null);
    }

    private static Cache<String, String> cache(CacheManager manager, String name) {
        return manager.createCache(
                name, new MutableConfiguration<String, String>().setTypes(String.class, String.class));
    }

    @Test
    void getCacheManager_sameFile_givesTheSameManager() throws IOException {
        URI uri = file("[cache]\n");

        assertThat(provider.getCacheManager(uri, null)).isSameAs(provider.getCacheManager(uri, null));
    }

    @Test
    void getCacheManager_missingFile_saysWhoNamedIt() {
        URI missing = folder.resolve("missing.conf").toUri();

        assertThatThrownBy(() -> provider.getCacheManager(missing, null))
                .isInstanceOf(ConfigurationException.class)
                .hasMessageContaining("missing.conf")
                .hasMessageContaining("the URI of the cache manager");
    }

    @Test
    void getCacheManager_wrongFile_reportsAllErrorsAndLeavesNoManager() throws IOException {
        URI uri = file("[cache]\nexpiration_tine = 1\nbackend = etcd3gw\n");

        assertThatThrownBy(() -> provider.getCacheManager(uri, null))
                .isInstanceOf(ConfigurationException.class)
                .hasMessageContaining("expiration_tine")
                .hasMessageContaining("did you mean expiration_time?")
                .hasMessageContaining("etcd3gw");
        Files.writeString(folder.resolve("kennel.conf"), "[cache]\n");
        assertThat(provider.getCacheManager(uri, null).isClosed()).isFalse();
    }

    @Test
    void getCache_declaredInTheFile_isThereWithoutCreateCache() throws IOException {
        CacheManager manager = manager("""
                [cache:echo]
                key_type = java.lang.String
                value_type = java.lang.String
                read_through = true
                loader_factory = %s
                """.formatted(EchoFactory.class.getName().replace("$", "$$")));

        assertThat(manager.getCacheNames()).containsExactly("echo");
        assertThat(manager.getCache("echo", String.class, String.class).get("x"))
                .isEqualTo("loaded x");
    }

    @Test
    void put_pastExpirationTimeOfTheFile_isGone() throws IOException {
        Cache<String, String> cache = cache(manager("[cache]\nexpiration_time = 1\n"), "soon");

        cache.put("key", "value");

        assertThat(cache.get("key")).isEqualTo("value");
        await().atMost(Duration.ofSeconds(5)).until(() -> cache.get("key") == null);
    }

    @Test
    void put_policyInCode_winsOverExpirationTimeOfTheFile() throws IOException {
        Cache<String, String> cache = manager("[cache]\nexpiration_time = 3600\n")
                .createCache(
                        "at-once",
                        new MutableConfiguration<String, String>()
                                .setExpiryPolicyFactory(
                                        CreatedExpiryPolicy.factoryOf(javax.cache.expiry.Duration.ZERO)));

        cache.put("key", "value");

        assertThat(cache.containsKey("key")).isFalse();
    }

    @Test
    void put_cachingSwitchedOffForTheCache_keepsNothing() throws IOException {
        CacheManager manager = manager("[off]\ncaching = false\n");
        Cache<String, String> off = cache(manager, "off");
        Cache<String, String> on = cache(manager, "on");

        off.put("key", "value");
        on.put("key", "value");

        assertThat(off.get("key")).isNull();
        assertThat(off.putIfAbsent("key", "value")).isTrue();
        assertThat(off.<String>invoke("key", (entry, arguments) -> {
                    entry.setValue("other");
                    return entry.getValue();
                }))
                .isEqualTo("other");
        assertThat(off.iterator().hasNext()).isFalse();
        assertThat(on.get("key")).isEqualTo("value");
    }

    @Test
    void put_enabledFalse_keepsNothing() throws IOException {
        Cache<String, String> cache = cache(manager("[cache]\nenabled = false\n"), "any");

        cache.put("key", "value");

        assertThat(cache.get("key")).isNull();
    }

    @Test
    void createCache_maximumSizeInTheFile_holdsUnlessTheCodeHasOne() throws IOException {
        CacheManager manager = manager("[cache]\nmaximum_size = 10\n");
        KennelConfiguration<String, String> own = KennelConfiguration.of(String.class, String.class)
                .maximumSize(20)
                .build();

        assertThat(maximumSize(cache(manager, "from-file"))).isEqualTo(10);
        assertThat(maximumSize(manager.createCache("from-code", own))).isEqualTo(20);
    }

    @SuppressWarnings("unchecked")
    private static long maximumSize(Cache<String, String> cache) {
        return cache.getConfiguration(KennelConfiguration.class).maximumSize();
    }

    @Test
    @SuppressWarnings("unchecked")
    void createCache_statisticsInTheFile_areOn() throws IOException {
        Cache<String, String> cache = cache(manager("[cache:counted]\nstatistics = true\n"), "counted");

        assertThat(cache.getConfiguration(CompleteConfiguration.class).isStatisticsEnabled())
                .isTrue();
    }
}
