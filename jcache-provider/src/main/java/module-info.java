/**
 * Kennel: a provider for {@code javax.cache}.
 *
 * <p>Applications need no more than {@link javax.cache.Caching}; {@code org.kennelcache.config} has what the standard's
 * configuration lacks.
 */
module org.kennelcache.jcache {
    requires transitive cache.api;
    requires com.github.benmanes.caffeine;
    requires java.management;
    requires jdk.unsupported;
    requires jdk.net;
    requires static com.esotericsoftware.kryo.kryo5;
    requires static com.fasterxml.jackson.databind;
    requires static micrometer.core;
    requires static redis.clients.jedis;
    requires static spymemcached;
    requires static transitive org.jspecify;

    exports org.kennelcache.config;
    exports org.kennelcache.jcache;
    exports org.kennelcache.micrometer;
    exports org.kennelcache.spi;

    uses org.kennelcache.spi.BackendFactory;

    provides org.kennelcache.spi.BackendFactory with
            org.kennelcache.backend.redis.RedisBackendFactory;
    provides javax.cache.spi.CachingProvider with
            org.kennelcache.jcache.KennelCachingProvider;
}
