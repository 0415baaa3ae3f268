package org.kennelcache.region;

import static java.util.stream.Collectors.toCollection;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.Function;
import javax.cache.event.CacheEntryListenerException;
import org.jspecify.annotations.Nullable;
import org.kennelcache.store.Prior;

/**
 * One call that gets or creates the values of several keys.
 *
 * <p>Each round reads what is still wanted, takes the locks of what is missing, in the order of the keys' hash codes,
 * up to the first that somebody else has, reads again what it took, creates together what is still missing, stores it,
 * and gives everything back. Where the first one is taken already, it waits for that one as {@link Regenerator} does.
 * So nobody waits while holding anything, and overlapping batches can't wait for each other in a circle, whatever their
 * order.
 *
 * <p>Of a key whose creation fails by itself, the old value is given, if there is one to give; else its failure. A
 * listener that fails keeps nothing of the batch from being done.
 *
 * <p>Keys are the store's; values that are returned, too. Used once.
 */
final class BatchRegeneration<K, V> {

    private final Works<K, V> works;
    private final Regenerator<K, V> single;
    private final Function<? super Set<K>, Created<K, V>> creator;
    private final Call<V> call;
    private final boolean together;
    private final WaitLimit limit;
    private final Set<K> open;
    private final Map<K, V> found = new HashMap<>();
    private final Map<K, CreatorException> failed = new HashMap<>();
    private final Failures listenerFailures = new Failures();
    private boolean hasLooked;

    /**
     * A call for some keys.
     *
     * @param together whether a key whose value can't be made fails the call, or else fails by itself
     */
    BatchRegeneration(
            Works<K, V> works,
            Regenerator<K, V> single,
            Set<K> keys,
            Function<? super Set<K>, Created<K, V>> creator,
            Call<V> call,
            boolean together) {
        this.works = works;
        this.single = single;
        this.creator = creator;
        this.call = call;
        this.together = together;
        this.limit = new WaitLimit(works.clocks().nanos(), call.waitLimit());
        List<K> ordered = new ArrayList<>(keys);
        ordered.sort(Comparator.comparingInt(Object::hashCode));
        this.open = new LinkedHashSet<>(ordered);
    }

    /** The values of those keys that have one, or for which one was made. */
    Created<K, V> run() {
        try {
            listenerFailures.throwAfter(() -> {
                while (!open.isEmpty()) {
                    runOnce();
                }
            });
        } finally {
            works.regenerations().waited(limit.waitedNanos());
        }
        return new Created<>(found, failed);
    }

    private void runOnce() {
        Map<K, Sighting<V>> wanted = look(open);
        wanted.entrySet().removeIf(each -> serveIfFresh(each.getKey(), each.getValue()));
        hasLooked = true;
        int before = open.size();
        try (Held<K, V> held = new Held<>(works.flights(), works.leases())) {
            take(wanted, held);
            create(missing(wanted, held), held);
        }
        if (open.size() == before && !open.isEmpty()) {
            waitForFirst();
        }
    }

    private Map<K, Sighting<V>> look(Set<K> keys) {
        Map<K, Prior<V>> priors = works.store().readAll(keys);
        Map<K, Sighting<V>> seen = new LinkedHashMap<>(keys.size() * 2);
        keys.forEach(key -> seen.put(key, works.judge().judge(priors.getOrDefault(key, Prior.absent()), call)));
        return seen;
    }

    private boolean serveIfFresh(K key, Sighting<V> seen) {
        boolean isFresh = seen.freshness() == Sighting.Freshness.FRESH;
        if (isFresh && hasLooked) {
            works.lookups().spared(key, call);
            settle(key, seen.prior().value());
        } else if (isFresh) {
            serve(key, seen, seen.prior().value());
        }
        return isFresh;
    }

    private void serve(K key, Sighting<V> seen, @Nullable V value) {
        works.lookups().served(key, call, seen);
        settle(key, value);
    }

    private void settle(K key, @Nullable V value) {
        open.remove(key);
        if (value != null) {
            found.put(key, value);
        }
    }

    /** Takes what nobody has; of what somebody has, the old value is given, if there is one to give. */
    private void take(Map<K, Sighting<V>> wanted, Held<K, V> held) {
        boolean isBlocked = false;
        for (Map.Entry<K, Sighting<V>> each : wanted.entrySet()) {
            V servable = each.getValue().servable();
            if (servable == null) {
                isBlocked = isBlocked || !held.tryTake(each.getKey());
            } else if (single.renewsInBackground()) {
                settle(each.getKey(), single.renewOrServe(each.getKey(), this::createOne, call, each.getValue()));
            } else if (!held.tryTake(each.getKey())) {
                serve(each.getKey(), each.getValue(), servable);
            }
        }
    }

    /** What was seen, under their locks, of those keys that nobody has made meanwhile. */
    private Map<K, Sighting<V>> missing(Map<K, Sighting<V>> wanted, Held<K, V> held) {
        Set<K> keys = held.keys();
        Map<K, Sighting<V>> seen = keys.isEmpty() ? new HashMap<>() : look(keys);
        seen.entrySet().removeIf(each -> {
            Sighting<V> before = wanted.get(each.getKey());
            boolean isMade = before != null && works.judge().isReplaced(before, each.getValue());
            if (isMade) {
                held.end(each.getKey(), new Outcome.Found<>(each.getValue().prior()));
                works.lookups().spared(each.getKey(), call);
                settle(each.getKey(), each.getValue().prior().value());
            }
            return isMade;
        });
        return seen;
    }

    private void create(Map<K, Sighting<V>> missing, Held<K, V> held) {
        if (missing.isEmpty()) {
            return;
        }
        long invalidated = works.store().invalidated();
        try {
            Created<K, V> made = works.creation()
                    .run(
                            missing.size(),
                            () -> creator.apply(copies(missing.keySet())),
                            all -> all.failures().size());
            missing.forEach((key, seen) -> {
                CreatorException failure = made.failures().get(key);
                if (failure == null) {
                    store(key, made.values().get(key), seen, held, invalidated);
                } else {
                    fail(key, failure, seen, held);
                }
            });
        } catch (RuntimeException | Error e) {
            fallBack(missing, held, new Outcome.Failed<>(e));
        }
    }

    private void store(K key, @Nullable V value, Sighting<V> seen, Held<K, V> held, long invalidated) {
        V kept = keep(key, value, seen, held.lease(key), invalidated);
        held.end(key, new Outcome.Made<>(kept));
        works.lookups().miss(call);
        settle(key, kept);
    }

    private void fail(K key, CreatorException failure, Sighting<V> seen, Held<K, V> held) {
        Outcome.Failed<V> outcome = new Outcome.Failed<>(failure);
        held.end(key, outcome);
        V fallback = seen.fallback();
        if (fallback == null) {
            works.lookups().miss(call);
            failed.put(key, failure);
            settle(key, null);
        } else {
            outcome.logFallback();
            serve(key, seen, fallback);
        }
    }

    private @Nullable V keep(K key, @Nullable V value, Sighting<V> seen, Lease lease, long invalidated) {
        try {
            return works.creation().keep(key, value, call, seen.prior(), lease, invalidated);
        } catch (CacheEntryListenerException e) {
            listenerFailures.add(e);
            return value == null ? null : works.store().copyIn(value);
        }
    }

    private Set<K> copies(Set<K> keys) {
        return keys.stream().map(works.store()::copyKey).collect(toCollection(LinkedHashSet::new));
    }

    /** Gives old values, if there are some to give for all that was not made, and the failure may be hidden. */
    private void fallBack(Map<K, Sighting<V>> missing, Held<K, V> held, Outcome.Failed<V> failure) {
        missing.keySet().retainAll(open);
        missing.keySet().forEach(key -> held.end(key, failure));
        if (!failure.mayBeHidden() || missing.values().stream().anyMatch(seen -> seen.fallback() == null)) {
            missing.forEach((key, seen) -> works.lookups().miss(call));
            throw failure.rethrown();
        }
        failure.logFallback();
        missing.forEach((key, seen) -> serve(key, seen, seen.fallback()));
    }

    private void waitForFirst() {
        K first = open.iterator().next();
        try {
            settle(first, single.createOrWait(first, this::createOne, call, limit));
        } catch (CacheEntryListenerException e) {
            listenerFailures.add(e);
            settle(first, works.store().read(first).liveValue());
        } catch (CreatorException e) {
            if (together) {
                throw e;
            }
            failed.put(first, e);
            settle(first, null);
        }
    }

    private @Nullable V createOne(K key) {
        Created<K, V> made = creator.apply(Set.of(key));
        CreatorException failure = made.failures().get(key);
        if (failure != null) {
            throw failure;
        }
        return made.values().get(key);
    }
}
