/** A modular application: it asks for the API and for whatever module provides it. */
module example.modular {
    requires cache.api;

    uses javax.cache.spi.CachingProvider;
}
