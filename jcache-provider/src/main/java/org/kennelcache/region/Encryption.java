package org.kennelcache.region;

/**
 * How the entries of a cache are sealed.
 *
 * @param keyset what an {@link org.kennelcache.spi.KeyringFactory} understands
 * @param hidesCacheName the option {@code encryption_hide_cache_names}
 * @param acceptsCleartext the option {@code encryption_accept_cleartext}
 */
public record Encryption(Object keyset, boolean hidesCacheName, boolean acceptsCleartext) {}
