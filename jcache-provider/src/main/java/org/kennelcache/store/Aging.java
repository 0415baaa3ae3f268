package org.kennelcache.store;

import java.time.Duration;
import org.jspecify.annotations.Nullable;

/**
 * What a store does with values that have come of age.
 *
 * <p>Where there is a soft age, every deadline is that long after the last write, and an entry past it is stale: no
 * plain operation sees it, but it stays where it is until it is replaced or its store drops it. Elsewhere an entry past
 * its deadline is removed by whoever meets it.
 *
 * @param softAge the age at which values become stale; null: deadlines are an expiry policy's
 * @param keep how long after its deadline the heap keeps a stale entry; not negative
 * @param isShared whether an invalidation holds for all who share the entries, where a store has others to share them
 *     with
 */
public record Aging(@Nullable Duration softAge, Duration keep, boolean isShared) {

    /** Deadlines are an expiry policy's. */
    public static Aging byPolicy(boolean isShared) {
        return new Aging(null, Duration.ZERO, isShared);
    }

    /** Whether entries past their deadline are stale, not over. */
    boolean isSoft() {
        return softAge != null;
    }

    /**
     * The decision to carry out on an entry: where it isn't stale but over, it is removed rather than kept, and so is,
     * when a removal was asked for, what is stored but counts as absent.
     */
    <V, R> Decision<V, R> settle(Prior<V> prior, Decision<V, R> decision) {
        boolean sweeps =
                prior.isExpired() ? !isSoft() : prior.isHidden() && decision.change() == Change.REMOVED_NOTHING;
        return sweeps ? decision.sweeping() : decision;
    }
}
