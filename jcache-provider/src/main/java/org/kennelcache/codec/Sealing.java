package org.kennelcache.codec;

import org.kennelcache.spi.Keyring;

/**
 * How the records of a cache are sealed.
 *
 * @param keyring the keys
 * @param hidesCacheName whether the name of the cache, too, is kept from whoever sees the names of records
 */
public record Sealing(Keyring keyring, boolean hidesCacheName) {}
