package org.kennelcache.store;

import java.time.Duration;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * How long a backend keeps the records of a cache. Garbage collection only, so never shorter than their deadlines.
 *
 * @param fixed how long a record is kept where its deadline does not ask for more; null: until it is over, and
 *     {@link #GRACE}
 */
public record TimeToLive(@Nullable Duration fixed) {

    /** How long an expired record is kept, so that a listener can be told its value. */
    public static final Duration GRACE = Duration.ofSeconds(30);

    /** Above this a record is stored for ever, as far as the backend knows; its deadline holds nevertheless. */
    private static final long LONGEST = Duration.ofDays(36_500).toMillis();

    /** How long to keep a record with this deadline, from {@code now} on; empty: for ever. */
    Optional<Duration> of(long deadline, long now) {
        long remaining = Math.max(1, deadline - now);
        if (remaining > LONGEST) {
            return Optional.ofNullable(fixed);
        }
        Duration needed = Duration.ofMillis(remaining);
        if (fixed == null) {
            return Optional.of(needed.plus(GRACE));
        }
        return Optional.of(needed.compareTo(fixed) > 0 ? needed : fixed);
    }
}
