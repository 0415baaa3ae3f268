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
    requires static com.github.luben.zstd_jni;
    requires static com.google.crypto.tink;
    requires static com.google.gson;
    requires static jakarta.cdi;
    requires static transitive micrometer.core;
    requires static transitive org.hibernate.orm.core;
    requires static transitive org.hibernate.orm.jcache;
    requires static org.lz4.java;
    requires static org.mongodb.bson;
    requires static org.mongodb.driver.core;
    requires static org.mongodb.driver.sync.client;
    requires static redis.clients.jedis;
    requires static spring.beans;
    requires static spring.boot.autoconfigure;
    requires static spring.context;
    requires static spring.context.support;
    requires static spymemcached;
    requires static transitive org.jspecify;

    exports org.kennelcache.backend.memcached to
            spymemcached;
    exports org.kennelcache.cdi;
    exports org.kennelcache.config;
    exports org.kennelcache.dogpile;
    exports org.kennelcache.hibernate;
    exports org.kennelcache.jcache;
    exports org.kennelcache.micrometer;
    exports org.kennelcache.spi;
    exports org.kennelcache.spring;

    uses org.kennelcache.spi.BackendFactory;
    uses org.kennelcache.spi.KeyringFactory;

    provides org.kennelcache.spi.BackendFactory with
            org.kennelcache.backend.memcached.MemcachedBackendFactory,
            org.kennelcache.backend.mongodb.MongodbBackendFactory,
            org.kennelcache.backend.redis.RedisBackendFactory;
    provides org.kennelcache.spi.KeyringFactory with
            org.kennelcache.sealing.TinkKeyringFactory;
    provides javax.cache.spi.CachingProvider with
            org.kennelcache.jcache.KennelCachingProvider;
}
