package org.kennelcache.store;

/**
 * A JCache operation on one entry: a function from what was there to what shall be.
 *
 * <p>A store may run it more than once for one operation, when somebody else changed the entry in between; only the
 * last run counts. Transitions that call user code are therefore run under the region's mutex for the key.
 *
 * @param <V> the type of the values
 * @param <R> what the operation answers
 */
@FunctionalInterface
public interface Transition<V, R> {

    /**
     * Decides what shall become of the entry.
     *
     * @param prior what the store holds
     * @param now the time at which the store judged {@code prior}, in milliseconds since the epoch
     */
    Decision<V, R> decide(Prior<V> prior, long now);
}
