package org.kennelcache.region;

import java.time.Duration;
import java.util.concurrent.Executor;
import org.jspecify.annotations.Nullable;
import org.kennelcache.dogpile.StalePolicy;

/**
 * What a region has to know of how its values are made.
 *
 * @param softAge the option {@code expiration_time} where it governs; null: an expiry policy does
 * @param backendExpiration the option {@code backend_expiration_time}; null: unset
 * @param stalePolicy the option {@code stale_policy}; null: what is said of it
 * @param earlyRefresh the option {@code early_refresh}; 0: no value is renewed before it is stale
 * @param runner runs creators in the background while stale values are given; null: callers do
 * @param sharesInvalidation whether an invalidation holds for all JVMs
 * @param locks how JVMs agree on which one makes a value
 */
public record DogpileSettings(
        @Nullable Duration softAge,
        @Nullable Duration backendExpiration,
        @Nullable StalePolicy stalePolicy,
        double earlyRefresh,
        @Nullable Executor runner,
        boolean sharesInvalidation,
        Locks locks) {

    /**
     * How JVMs agree on which one makes a value.
     *
     * @param distributed whether they do; otherwise each JVM has one thread that makes it
     * @param lease after this the lock of a JVM that died is free again
     * @param pause the longest time between two attempts to get the lock
     * @param waitLimit how long a caller waits for a value that somebody else makes
     * @param timer renews leases
     */
    public record Locks(boolean distributed, Duration lease, Duration pause, Duration waitLimit, Timer timer) {}
}
