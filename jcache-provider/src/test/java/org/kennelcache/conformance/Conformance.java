package org.kennelcache.conformance;

import java.util.UUID;
import javax.cache.Cache;
import javax.cache.CacheManager;
import javax.cache.configuration.CompleteConfiguration;
import javax.cache.configuration.MutableConfiguration;
import javax.cache.spi.CachingProvider;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.extension.ExtendWith;
import org.kennelcache.jcache.KennelCachingProvider;

/**
 * What every test of the suite has: a manager of its own on the backend, closed afterwards.
 *
 * <p>Cache names are new in every test, since a remote store keeps what it has.
 */
@ExtendWith(FixtureExtension.class)
abstract class Conformance {

    static final String KEY = "key";
    static final String OLD = "old";
    static final String NEW = "new";

    Fixture fixture;
    CachingProvider provider;
    CacheManager manager;

    @BeforeEach
    void openManager(Fixture backend) {
        fixture = backend;
        provider = new KennelCachingProvider();
        manager = provider.getCacheManager(backend.uri(), null);
    }

    @AfterEach
    void closeProvider() {
        provider.close();
    }

    /** A cache that nobody had before. */
    final <K, V> Cache<K, V> cache(CompleteConfiguration<K, V> configuration) {
        return manager.createCache(newName(), configuration);
    }

    /** A cache of strings with all defaults. */
    final Cache<String, String> cache() {
        return cache(new MutableConfiguration<String, String>());
    }

    /** A setup for a cache of strings of which everything is seen. */
    final SceneSetup scene() {
        return new SceneSetup(this::cache);
    }

    static String newName() {
        return "conformance-" + UUID.randomUUID();
    }
}
