package org.kennelcache.spi;

import java.util.Map;
import java.util.Optional;

/**
 * What an operator may want to know of a cache whose entries are on servers, besides the statistics of JCache. Of each
 * such cache: {@code cache.unwrap(StoreMonitor.class)}; of any other, that throws an {@link IllegalArgumentException}.
 *
 * <p>Everything is counted from the creation of the cache in this JVM, whether its statistics are on or off. For many
 * threads at once.
 */
public interface StoreMonitor {

    /** How often an operation began anew because another client had changed its entry. */
    long retries();

    /**
     * How many records were met that are none of the cache's entries, and counted as absent; each as often as it was
     * met.
     *
     * @return the numbers by kind: {@code too_large}, {@code foreign}, {@code unknown_format}, {@code damaged}, {@code
     *     other_key}, {@code unreadable}; a kind that was not met has 0
     */
    Map<String, Long> undecodable();

    /**
     * The calls to the servers that have ended, those for leases included.
     *
     * @return what is known of them by operation: {@code get}, {@code get_all}, {@code commit}, {@code put_all},
     *     {@code commit_all}, {@code remove}, {@code remove_all}, {@code scan}, {@code clear}, {@code drop}, and
     *     for leases {@code try_acquire}, {@code renew}, {@code renew_all}, {@code release}, {@code is_locked}; an
     *     operation that was not called has zeros
     */
    Map<String, Calls> calls();

    /**
     * How many writes were dropped while the servers were out of reach; none, unless {@code on_backend_error = miss}.
     */
    long droppedWrites();

    /**
     * How many removals are to be made up for when the servers are back; none, unless {@code on_backend_error = miss}.
     * The removal of all entries is one.
     */
    int pendingRemovals();

    /**
     * What becomes of calls to the servers, which all caches of a manager share that have the same settings for them.
     *
     * @return empty for memcached, which leaves out servers one by one, for Redis Cluster, for backends that are not
     *     Kennel's, and where {@code dead_retry = 0}
     */
    Optional<BreakerState> breaker();

    /**
     * Asks the servers for something, and waits no longer than their time-outs allow.
     *
     * @return why they don't answer; empty if they do. Of several servers one is asked. Counted among the
     *     {@link #calls}, as {@code is_locked}, or as {@code get} where a backend has no leases
     */
    Optional<BackendException> failure();

    /** What becomes of calls to servers. */
    enum BreakerState {
        /** They are made. */
        CLOSED,
        /** They fail at once, as the servers have been out of reach. */
        OPEN,
        /** They fail at once, while the servers are being asked whether they are back. */
        HALF_OPEN
    }

    /**
     * Calls of one operation.
     *
     * @param count how many have ended
     * @param failures how many of these with an exception
     * @param nanos how long all of them took together, in nanoseconds
     */
    record Calls(long count, long failures, long nanos) {}
}
