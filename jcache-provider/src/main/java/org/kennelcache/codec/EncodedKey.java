package org.kennelcache.codec;

/**
 * A key as bytes.
 *
 * @param bytes its canonical form
 * @param serialized whether a part of it went through Java serialisation, so that equal bytes alone do not prove that a
 *     stored key is the same
 */
public record EncodedKey(Bytes bytes, boolean serialized) {}
