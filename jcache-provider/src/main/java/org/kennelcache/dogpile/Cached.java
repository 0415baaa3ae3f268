package org.kennelcache.dogpile;

import java.time.Duration;
import java.time.Instant;
import java.util.Optional;

/**
 * A value and how old it is.
 *
 * @param value the value; the caller's own, where the cache stores by value
 * @param created when it was stored; empty where the heap keeps a value that a plain operation of {@code javax.cache}
 *     stored in a cache without {@code expiration_time}
 * @param age the time since then; never negative
 * @param isStale whether it is past its age or was invalidated softly, and so would be made anew
 * @param <V> the type of the value
 */
public record Cached<V>(V value, Optional<Instant> created, Optional<Duration> age, boolean isStale) {}
