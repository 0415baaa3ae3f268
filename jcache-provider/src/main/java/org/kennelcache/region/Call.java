package org.kennelcache.region;

import java.time.Duration;
import java.util.Optional;
import java.util.function.Predicate;
import org.jspecify.annotations.Nullable;
import org.kennelcache.dogpile.CreationOptions;
import org.kennelcache.dogpile.FailurePolicy;
import org.kennelcache.dogpile.StalePolicy;

/**
 * How one call gets or creates.
 *
 * @param expiration the age from which a value is stale to it; null: as stored; zero: no value is good enough
 * @param stalePolicy who gets a stale value; null: nothing says so
 * @param waitLimit how long it waits for others
 * @param shouldCache which values are stored
 * @param failurePolicy what it does when another caller's creator fails
 * @param counts whether it is a look-up for the statistics
 * @param putting whether what it makes is put, or else loaded
 */
record Call<V>(
        @Nullable Duration expiration,
        @Nullable StalePolicy stalePolicy,
        Duration waitLimit,
        Predicate<? super V> shouldCache,
        FailurePolicy failurePolicy,
        boolean counts,
        boolean putting) {

    /** What an application asked for. */
    static <V> Call<V> of(CreationOptions<V> options, DogpileSettings settings) {
        return new Call<>(
                options.expiration().orElse(null),
                options.stalePolicy()
                        .or(() -> Optional.ofNullable(settings.stalePolicy()))
                        .or(options::usualStalePolicy)
                        .orElse(null),
                options.waitLimit().orElse(settings.locks().waitLimit()),
                options.shouldCache(),
                options.failurePolicy(),
                true,
                options.isPutting());
    }

    /** A read by a loader, or a load without one. */
    static <V> Call<V> loading(@Nullable StalePolicy stalePolicy, Duration waitLimit, boolean counts) {
        StalePolicy policy = Optional.ofNullable(stalePolicy).orElse(StalePolicy.NEVER);
        return new Call<>(null, policy, waitLimit, value -> true, FailurePolicy.NEXT_TRIES, counts, false);
    }

    /** A creation whatever there is. */
    static <V> Call<V> refreshing(Duration waitLimit) {
        return new Call<>(
                Duration.ZERO, StalePolicy.NEVER, waitLimit, value -> true, FailurePolicy.NEXT_TRIES, false, false);
    }

    /** Whether a value that somebody else made after this call began will do. */
    boolean sharesValues() {
        return expiration == null || !expiration.isZero();
    }
}
