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
    requires static transitive org.jspecify;

    exports org.kennelcache.config;
    exports org.kennelcache.jcache;

    provides javax.cache.spi.CachingProvider with
            org.kennelcache.jcache.KennelCachingProvider;
}
