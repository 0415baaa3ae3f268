package example;

import static org.assertj.core.api.Assertions.assertThat;

import java.net.URI;
import java.nio.file.Path;
import javax.cache.Cache;
import javax.cache.CacheManager;
import javax.cache.Caching;
import javax.cache.configuration.MutableConfiguration;
import javax.cache.spi.CachingProvider;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.kennelcache.testing.ConfigurationFile;
import org.kennelcache.testing.RedisServer;

/** Caches on Redis. */
class RedisTest extends PlainJCacheContract {
    private static RedisServer server;
    private static URI configuration;

    @TempDir
    private static Path folder;

    @BeforeAll
    static void startServer() {
        server = RedisServer.start();
        configuration = ConfigurationFile.write(folder, RedisTest.class, "redis.conf", server);
    }

    @AfterAll
    static void stopServer() {
        server.close();
    }

    @AfterEach
    void empty() {
        server.command("FLUSHALL");
    }

    @Override
    URI configuration() {
        return configuration;
    }

    @Test
    void get_afterAnotherProviderPut_value() {
        try (CachingProvider first = Caching.getCachingProvider(new ClassLoader(loader()) {});
                CachingProvider second = Caching.getCachingProvider(new ClassLoader(loader()) {})) {
            Cache<String, String> here = cache(first);
            Cache<String, String> there = cache(second);

            here.put("Rex", "in his kennel");

            assertThat(there.get("Rex")).isEqualTo("in his kennel");
        }
    }

    private static Cache<String, String> cache(CachingProvider provider) {
        CacheManager manager = provider.getCacheManager(configuration, loader());
        return manager.createCache(
                "places", new MutableConfiguration<String, String>().setTypes(String.class, String.class));
    }

    private static ClassLoader loader() {
        return RedisTest.class.getClassLoader();
    }
}
