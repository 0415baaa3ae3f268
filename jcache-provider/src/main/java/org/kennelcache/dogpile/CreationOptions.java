package org.kennelcache.dogpile;

import java.time.Duration;
import java.util.Objects;
import java.util.Optional;
import java.util.function.Predicate;

/**
 * How one call gets or creates values; what isn't said is as the cache is configured. Immutable.
 *
 * @param <V> the type of the values
 */
public final class CreationOptions<V> {

    private static final Duration LONGEST = Duration.ofDays(36_500);

    private static final CreationOptions<Object> DEFAULTS =
            CreationOptions.builder().build();

    private final Optional<Duration> expiration;
    private final Optional<StalePolicy> stalePolicy;
    private final Optional<StalePolicy> usualStalePolicy;
    private final Optional<Duration> waitLimit;
    private final Predicate<? super V> shouldCache;
    private final FailurePolicy failurePolicy;
    private final boolean putting;

    private CreationOptions(Builder<V> builder) {
        this.expiration = builder.expiration;
        this.stalePolicy = builder.stalePolicy;
        this.usualStalePolicy = builder.usualStalePolicy;
        this.waitLimit = builder.waitLimit;
        this.shouldCache = builder.shouldCache;
        this.failurePolicy = builder.failurePolicy;
        this.putting = builder.putting;
    }

    /**
     * All as the cache is configured.
     *
     * @param <V> the type of the values
     * @return options
     */
    @SuppressWarnings("unchecked") // they never use a value but to cache it
    public static <V> CreationOptions<V> defaults() {
        return (CreationOptions<V>) DEFAULTS;
    }

    /**
     * Options of one's own.
     *
     * @param <V> the type of the values
     * @return a builder in which all is as the cache is configured
     */
    public static <V> Builder<V> builder() {
        return new Builder<>();
    }

    /**
     * The age from which a value is stale to this call.
     *
     * @return the age; empty: that of the cache
     */
    public Optional<Duration> expiration() {
        return expiration;
    }

    /**
     * Who is given a stale value.
     *
     * @return the policy; empty: that of the cache
     */
    public Optional<StalePolicy> stalePolicy() {
        return stalePolicy;
    }

    /**
     * Who is given a stale value where neither {@link #stalePolicy} nor the configuration of the cache says so.
     *
     * @return the policy; empty: as {@link Region} says
     */
    public Optional<StalePolicy> usualStalePolicy() {
        return usualStalePolicy;
    }

    /**
     * How long to wait for a value that somebody else makes.
     *
     * @return the limit; empty: that of the cache
     */
    public Optional<Duration> waitLimit() {
        return waitLimit;
    }

    /**
     * Which created values are stored.
     *
     * @return whether to store a value; the others are only given to the callers
     */
    public Predicate<? super V> shouldCache() {
        return shouldCache;
    }

    /**
     * What those who wait do when a creator fails.
     *
     * @return the policy
     */
    public FailurePolicy failurePolicy() {
        return failurePolicy;
    }

    /**
     * How created values are stored.
     *
     * @return true: as {@link javax.cache.Cache#put} does; false: as those of a loader
     */
    public boolean isPutting() {
        return putting;
    }

    /**
     * Makes {@link CreationOptions}. No method takes null.
     *
     * @param <V> the type of the values
     */
    public static final class Builder<V> {

        private Optional<Duration> expiration = Optional.empty();
        private Optional<StalePolicy> stalePolicy = Optional.empty();
        private Optional<StalePolicy> usualStalePolicy = Optional.empty();
        private Optional<Duration> waitLimit = Optional.empty();
        private Predicate<? super V> shouldCache = value -> true;
        private FailurePolicy failurePolicy = FailurePolicy.NEXT_TRIES;
        private boolean putting;

        private Builder() {}

        /**
         * The age from which a value is stale to this call, instead of the cache's {@code expiration_time}. Nothing of it is
         * stored. An expiry policy of the cache that ends a value earlier does so nevertheless, and a store keeps no value
         * longer for it.
         *
         * @param age more than zero, at most 36,500 days
         * @return this
         * @throws IllegalArgumentException if it is none of these
         */
        public Builder<V> expiration(Duration age) {
            expiration = Optional.of(positive("expiration", age));
            return this;
        }

        /**
         * Who is given a stale value.
         *
         * @param policy instead of the cache's
         * @return this
         */
        public Builder<V> stalePolicy(StalePolicy policy) {
            stalePolicy = Optional.of(policy);
            return this;
        }

        /**
         * Who is given a stale value where nothing else says so: neither {@link #stalePolicy} nor the option
         * {@code stale_policy} of the cache.
         *
         * @param policy the last resort
         * @return this
         */
        public Builder<V> usualStalePolicy(StalePolicy policy) {
            usualStalePolicy = Optional.of(policy);
            return this;
        }

        /**
         * How long to wait for a value that somebody else makes, at most; what the caller's own creator takes comes on top.
         *
         * @param limit more than zero, at most 36,500 days
         * @return this
         * @throws IllegalArgumentException if it is none of these
         */
        public Builder<V> waitLimit(Duration limit) {
            waitLimit = Optional.of(positive("waitLimit", limit));
            return this;
        }

        /**
         * Which created values are stored; the default: all.
         *
         * @param condition whether to store a value; called once for each
         * @return this
         */
        public Builder<V> shouldCache(Predicate<? super V> condition) {
            shouldCache = Objects.requireNonNull(condition, "condition");
            return this;
        }

        /**
         * What those who wait do when a creator fails; the default: {@link FailurePolicy#NEXT_TRIES}.
         *
         * @param policy what they do
         * @return this
         */
        public Builder<V> failurePolicy(FailurePolicy policy) {
            failurePolicy = Objects.requireNonNull(policy, "policy");
            return this;
        }

        /**
         * How created values are stored; the default: as those of a loader.
         *
         * @param put true: as {@link javax.cache.Cache#put} does, so that they are counted as puts, and handed to a
         *     {@link javax.cache.integration.CacheWriter}
         * @return this
         */
        public Builder<V> putting(boolean put) {
            putting = put;
            return this;
        }

        /**
         * The options.
         *
         * @return options as said so far
         */
        public CreationOptions<V> build() {
            return new CreationOptions<>(this);
        }

        private static Duration positive(String name, Duration duration) {
            if (duration.isZero() || duration.isNegative() || duration.compareTo(LONGEST) > 0) {
                throw new IllegalArgumentException(
                        name + " = " + duration + ": must be more than zero and at most " + LONGEST.toDays() + " days");
            }
            return duration;
        }
    }
}
