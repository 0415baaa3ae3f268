package org.kennelcache.codec;

/** What became of some bytes: an entry, or the reason why there is none. */
public sealed interface Decoded permits Envelope, Rejection {}
