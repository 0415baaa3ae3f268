package org.kennelcache.store;

import org.kennelcache.codec.EncodedKey;

/**
 * A key and where its record is.
 *
 * @param key the key that was asked for
 * @param encoded its bytes
 * @param name the name of the record
 */
record Located<K>(K key, EncodedKey encoded, String name) {}
