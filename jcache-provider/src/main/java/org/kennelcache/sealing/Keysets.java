package org.kennelcache.sealing;

import com.google.crypto.tink.KeysetHandle;

/**
 * The two keysets of a keyset file.
 *
 * @param values seal keys and values: AEAD
 * @param names make names: PRF
 */
public record Keysets(KeysetHandle values, KeysetHandle names) {}
