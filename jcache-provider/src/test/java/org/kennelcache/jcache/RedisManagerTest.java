package org.kennelcache.jcache;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.io.Serializable;
import java.net.URI;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.CopyOnWriteArrayList;
import javax.cache.Cache;
import javax.cache.CacheException;
import javax.cache.CacheManager;
import javax.cache.configuration.MutableConfiguration;
import javax.cache.configuration.OptionalFeature;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.kennelcache.spi.Backend;
import org.kennelcache.spi.BackendProxy;
import org.kennelcache.spi.ForwardingBackend;
import org.kennelcache.spi.StoredRecord;
import org.kennelcache.testing.RedisServer;

/** What {@code backend = redis} does to a manager and its caches. */
class RedisManagerTest {

    /** A value of the application's. */
    record Money(String currency, long cents) implements Serializable {}

    private static final List<String> CALLED = new CopyOnWriteArrayList<>();

    /** Notes that it was called. */
    private static Backend noting(String name, Backend next) {
        return new ForwardingBackend(next) {
            @Override
            public Optional<StoredRecord> get(String recordName) {
                CALLED.add(name);
                return super.get(recordName);
            }
        };
    }

    /** Named in a file. */
    public static final class Inner implements BackendProxy {
        @Override
        public Backend wrap(Backend next) {
            return noting("inner", next);
        }
    }

    /** Named in a file. */
    public static final class Outer implements BackendProxy {
        @Override
        public Backend wrap(Backend next) {
            return noting("outer", next);
        }
    }

    private static RedisServer server;

    @TempDir
    private Path folder;

    private final KennelCachingProvider provider = new KennelCachingProvider();
    private final KennelCachingProvider otherProvider = new KennelCachingProvider();

    @BeforeAll
    static void startServer() {
        server = RedisServer.start();
    }

    @AfterAll
    static void stopServer() {
        server.close();
    }

    @BeforeEach
    void empty() {
        server.command("FLUSHALL");
    }

    @AfterEach
    void close() {
        provider.close();
        otherProvider.close();
    }

    private URI file(String... options) throws IOException {
        String text = "[cache]\n" + String.join("\n", server.options()) + "\n" + String.join("\n", options);
        return Files.writeString(folder.resolve("kennel.conf"), text).toUri();
    }

    /** As the file has it. */
    private static String named(Class<?> type) {
        return type.getName().replace("$", "$$");
    }

    private static <V> Cache<String, V> cache(CacheManager manager, String name, Class<V> valueType) {
        return manager.createCache(name, new MutableConfiguration<String, V>().setTypes(String.class, valueType));
    }

    @Test
    void get_valueThatAnotherManagerPut_isFound() throws IOException {
        URI uri = file();
        cache(provider.getCacheManager(uri, null), "prices", Money.class).put("tea", new Money("EUR", 250));

        Cache<String, Money> same = cache(otherProvider.getCacheManager(uri, null), "prices", Money.class);

        assertThat(same.get("tea")).isEqualTo(new Money("EUR", 250));
    }

    @Test
    void clear_ofOneCache_leavesTheOthers() throws IOException {
        CacheManager manager = provider.getCacheManager(file(), null);
        Cache<String, String> one = cache(manager, "one", String.class);
        Cache<String, String> two = cache(manager, "one:two", String.class);
        one.put("key", "1");
        two.put("key", "2");

        one.clear();

        assertThat(one).isEmpty();
        assertThat(two.get("key")).isEqualTo("2");
    }

    @Test
    void get_otherConfigPrefix_missesTheEntry() throws IOException {
        cache(provider.getCacheManager(file(), null), "one", String.class).put("key", "1");

        CacheManager other = otherProvider.getCacheManager(file("config_prefix = elsewhere"), null);

        assertThat(cache(other, "one", String.class).get("key")).isNull();
    }

    @Test
    void closeCache_leavesTheEntries() throws IOException {
        CacheManager manager = provider.getCacheManager(file(), null);
        Cache<String, String> cache = cache(manager, "one", String.class);
        cache.put("key", "1");

        cache.close();

        assertThat(cache(manager, "one", String.class).get("key")).isEqualTo("1");
    }

    @Test
    void destroyCache_removesTheEntries() throws IOException {
        CacheManager manager = provider.getCacheManager(file(), null);
        cache(manager, "one", String.class).put("key", "1");

        manager.destroyCache("one");

        assertThat(cache(manager, "one", String.class).get("key")).isNull();
    }

    @Test
    void createCache_byReference_isRefused() throws IOException {
        CacheManager manager = provider.getCacheManager(file(), null);
        MutableConfiguration<String, String> byReference =
                new MutableConfiguration<String, String>().setStoreByValue(false);

        assertThatThrownBy(() -> manager.createCache("one", byReference))
                .isInstanceOf(UnsupportedOperationException.class)
                .hasMessage("cache \"one\": storeByValue = false, but its entries are on redis; allowed: true, or"
                        + " backend = memory");
    }

    @Test
    void invoke_fromTwoManagersAtOnce_losesNothing() throws Exception {
        URI uri = file();
        int rounds = 300;
        List<Thread> threads = List.of(
                new Thread(() -> count(cache(provider.getCacheManager(uri, null), "counters", Integer.class), rounds)),
                new Thread(() ->
                        count(cache(otherProvider.getCacheManager(uri, null), "counters", Integer.class), rounds)));
        threads.forEach(Thread::start);
        for (Thread thread : threads) {
            thread.join();
        }

        assertThat(provider.getCacheManager(uri, null)
                        .getCache("counters", String.class, Integer.class)
                        .get("hits"))
                .isEqualTo(2 * rounds);
    }

    private static void count(Cache<String, Integer> cache, int rounds) {
        for (int i = 0; i < rounds; i++) {
            cache.invoke("hits", (entry, arguments) -> {
                entry.setValue(entry.exists() ? entry.getValue() + 1 : 1);
                return null;
            });
        }
    }

    @Test
    void put_classThatNeitherTypesNorFilterName_isRefused() throws IOException {
        Cache<Object, Object> cache =
                provider.getCacheManager(file(), null).createCache("any", new MutableConfiguration<>());

        assertThatThrownBy(() -> cache.put("tea", new Money("EUR", 250)))
                .isInstanceOf(CacheException.class)
                .hasMessageContainingAll(Money.class.getName(), "serial_filter");
    }

    @Test
    void put_classThatTheFilterNames_isStored() throws IOException {
        Cache<Object, Object> cache = provider.getCacheManager(file("serial_filter = org.kennelcache.jcache.*"), null)
                .createCache("any", new MutableConfiguration<>());

        cache.put("tea", new Money("EUR", 250));

        assertThat(cache.get("tea")).isEqualTo(new Money("EUR", 250));
    }

    @Test
    void createCache_unknownSerializer_saysWhichThereAre() throws IOException {
        CacheManager manager = provider.getCacheManager(file("serializer = com.acme.None"), null);

        assertThatThrownBy(() -> cache(manager, "one", String.class))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessageStartingWith("serializer: 'com.acme.None' is none; allowed are java, json, kryo, fory, and");
    }

    @Test
    void proxies_inTheFile_areCalledTheLastFirst() throws IOException {
        CALLED.clear();
        CacheManager manager =
                provider.getCacheManager(file("proxies = " + named(Inner.class) + ", " + named(Outer.class)), null);

        cache(manager, "one", String.class).get("key");

        assertThat(CALLED).containsExactly("outer", "inner");
    }

    @Test
    void iterator_throughAProxy_stillWalks() throws IOException {
        Cache<String, String> cache =
                cache(provider.getCacheManager(file("proxies = " + named(Inner.class)), null), "one", String.class);
        cache.put("key", "1");

        assertThat(cache).extracting(Cache.Entry::getKey).containsExactly("key");
    }

    @Test
    void createCache_proxyThatIsNone_saysWhatIsAllowed() throws IOException {
        CacheManager manager = provider.getCacheManager(file("proxies = java.lang.String"), null);

        assertThatThrownBy(() -> cache(manager, "one", String.class))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessageStartingWith("proxies: 'java.lang.String' is none; allowed are names of public classes");
    }

    @Test
    void isSupported_byReferenceWithARemoteDefaultBackend_isFalse() throws IOException {
        System.setProperty("kennel.config", file().toString());
        try {
            assertThat(provider.isSupported(OptionalFeature.STORE_BY_REFERENCE)).isFalse();
        } finally {
            System.clearProperty("kennel.config");
        }
    }

    @Test
    void get_serverGone_saysWhichServer() throws IOException {
        RedisServer mortal = RedisServer.start();
        URI uri = Files.writeString(
                        folder.resolve("mortal.conf"),
                        "[cache]\nbackend = redis\nredis_server = 127.0.0.1:" + mortal.port() + "\n")
                .toUri();
        Cache<String, String> cache = cache(provider.getCacheManager(uri, null), "one", String.class);
        mortal.close();

        assertThatThrownBy(() -> cache.get("key"))
                .isInstanceOf(CacheException.class)
                .hasMessageContaining("127.0.0.1:" + mortal.port());
    }
}
