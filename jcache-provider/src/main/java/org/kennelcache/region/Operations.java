package org.kennelcache.region;

import org.jspecify.annotations.Nullable;
import org.kennelcache.store.Change;
import org.kennelcache.store.Decision;
import org.kennelcache.store.Decision.Lookup;
import org.kennelcache.store.Prior;
import org.kennelcache.store.Transition;

/**
 * The operations of JSR-107 on one entry, each a transition and nothing else.
 *
 * <p>Values that come in are the store's already; values in results are the store's still. An expired entry is to every
 * operation as if it were absent. Where nobody knows what is there, operations whose answer depends on that fail, and
 * the others take it to be absent.
 */
final class Operations<V> {

    private final ExpiryRules expiry;

    Operations(ExpiryRules expiry) {
        this.expiry = expiry;
    }

    /** Reads: a hit moves the deadline if the policy says so. */
    Transition<V, V> get() {
        return this::read;
    }

    /** Reads what is there; where nothing is, that is not yet a miss. */
    Transition<V, V> getIfPresent() {
        return (prior, now) -> prior.liveValue() == null ? Decision.keep(null, Lookup.NONE) : read(prior, now);
    }

    /** Goes past an entry that an iteration has met: a hit and an access, though it may be gone by now. */
    Transition<V, Boolean> visit() {
        return (prior, now) ->
                prior.liveValue() == null ? Decision.keep(false, Lookup.HIT) : accessed(prior, true, now);
    }

    /** Stores a loader's value. */
    Transition<V, Boolean> load(V loaded) {
        return (prior, now) -> loaded(prior, loaded, true, Lookup.NONE, now);
    }

    Transition<V, Boolean> put(V value) {
        return (prior, now) -> stored(prior, value, true, Lookup.NONE, now);
    }

    Transition<V, V> getAndPut(V value) {
        return (prior, now) -> stored(prior, value, prior.known().liveValue(), lookup(prior), now);
    }

    Transition<V, Boolean> putIfAbsent(V value) {
        return (prior, now) -> {
            if (prior.known().liveValue() != null) {
                return Decision.keep(false, Lookup.HIT);
            }
            long deadline = expiry.afterCreation(now);
            return deadline == ExpiryRules.STILLBORN
                    ? Decision.stillborn(value, false, Lookup.MISS)
                    : Decision.write(value, deadline, true, Lookup.MISS, Change.CREATED);
        };
    }

    Transition<V, Boolean> replace(V value) {
        return (prior, now) -> prior.known().liveValue() == null
                ? Decision.keep(false, Lookup.MISS)
                : stored(prior, value, true, Lookup.HIT, now);
    }

    Transition<V, Boolean> replace(V expected, V value) {
        return (prior, now) -> {
            V present = prior.known().liveValue();
            if (present == null) {
                return Decision.keep(false, Lookup.MISS);
            }
            return present.equals(expected)
                    ? stored(prior, value, true, Lookup.HIT, now)
                    : Decision.touch(prior, expiry.afterAccess(prior.deadline(), now), false, Lookup.HIT);
        };
    }

    Transition<V, V> getAndReplace(V value) {
        return (prior, now) -> prior.known().liveValue() == null
                ? Decision.keep(null, Lookup.MISS)
                : stored(prior, value, prior.liveValue(), Lookup.HIT, now);
    }

    Transition<V, Boolean> remove() {
        return (prior, now) -> prior.liveValue() == null
                ? Decision.keep(false, Lookup.NONE, Change.REMOVED_NOTHING)
                : Decision.delete(true, Lookup.NONE);
    }

    Transition<V, Boolean> remove(V expected) {
        return (prior, now) -> {
            V present = prior.known().liveValue();
            if (present == null) {
                return Decision.keep(false, Lookup.MISS);
            }
            return present.equals(expected)
                    ? Decision.delete(true, Lookup.HIT)
                    : Decision.touch(prior, expiry.afterAccess(prior.deadline(), now), false, Lookup.HIT);
        };
    }

    Transition<V, V> getAndRemove() {
        return (prior, now) -> prior.known().liveValue() == null
                ? Decision.keep(null, Lookup.MISS, Change.REMOVED_NOTHING)
                : Decision.delete(prior.liveValue(), Lookup.HIT);
    }

    <R> Decision<V, R> stored(Prior<V> prior, V value, @Nullable R result, Lookup lookup, long now) {
        if (prior.liveValue() != null) {
            long deadline = expiry.afterUpdate(prior.deadline(), now);
            return Decision.write(value, deadline, result, lookup, Change.UPDATED);
        }
        long deadline = expiry.afterCreation(now);
        return deadline == ExpiryRules.STILLBORN
                ? Decision.stillborn(value, result, lookup)
                : Decision.write(value, deadline, result, lookup, Change.CREATED);
    }

    <R> Decision<V, R> loaded(Prior<V> prior, V value, @Nullable R result, Lookup lookup, long now) {
        if (prior.liveValue() != null) {
            long deadline = expiry.afterUpdate(prior.deadline(), now);
            return Decision.write(value, deadline, result, lookup, Change.RELOADED);
        }
        long deadline = expiry.afterCreation(now);
        return deadline == ExpiryRules.STILLBORN
                ? Decision.keep(result, lookup)
                : Decision.write(value, deadline, result, lookup, Change.LOADED);
    }

    <R> Decision<V, R> accessed(Prior<V> prior, @Nullable R result, long now) {
        return prior.liveValue() == null
                ? Decision.keep(result, Lookup.MISS)
                : Decision.touch(prior, expiry.afterAccess(prior.deadline(), now), result, Lookup.HIT);
    }

    private Decision<V, V> read(Prior<V> prior, long now) {
        return accessed(prior, prior.liveValue(), now);
    }

    static Lookup lookup(Prior<?> prior) {
        return prior.liveValue() == null ? Lookup.MISS : Lookup.HIT;
    }
}
