/** What the API's jar would say of itself, if it were a module. */
module cache.api {
    requires transitive java.management;

    exports javax.cache;
    exports javax.cache.annotation;
    exports javax.cache.configuration;
    exports javax.cache.event;
    exports javax.cache.expiry;
    exports javax.cache.integration;
    exports javax.cache.management;
    exports javax.cache.processor;
    exports javax.cache.spi;

    uses javax.cache.spi.CachingProvider;
}
