package org.kennelcache.store;

import org.kennelcache.codec.EncodedKey;
import org.kennelcache.codec.StoredNames;

/**
 * A key and where its record is.
 *
 * @param key the key that was asked for, or one that equals it
 * @param encoded its bytes
 * @param names what gave the name
 * @param name the name of the record
 */
record Located<K>(K key, EncodedKey encoded, StoredNames names, String name) {}
