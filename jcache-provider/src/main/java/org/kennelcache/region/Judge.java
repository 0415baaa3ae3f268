package org.kennelcache.region;

import java.time.InstantSource;
import org.kennelcache.dogpile.StalePolicy;
import org.kennelcache.region.Sighting.Freshness;
import org.kennelcache.store.Age;
import org.kennelcache.store.Deadline;
import org.kennelcache.store.EntryStore;
import org.kennelcache.store.Prior;

/** Tells what is fresh from what is stale. */
final class Judge<K, V> {

    private final EntryStore<K, V> store;
    private final InstantSource clock;
    private final EarlyRefresh early;

    Judge(EntryStore<K, V> store, InstantSource clock, EarlyRefresh early) {
        this.store = store;
        this.clock = clock;
        this.early = early;
    }

    /** Reads an entry and judges it. */
    Sighting<V> look(K key, Call<V> call) {
        return judge(store.read(key), call);
    }

    /** Judges what was read. */
    Sighting<V> judge(Prior<V> prior, Call<V> call) {
        if (prior.value() == null) {
            return new Sighting<>(prior, Freshness.ABSENT, StalePolicy.NEVER);
        }
        Age age = store.age(prior);
        long end = end(prior, age, call);
        StalePolicy policy = policy(prior, age, call);
        long now = clock.millis();
        if (Deadline.isOver(end, now)) {
            return new Sighting<>(prior, Freshness.STALE, policy);
        }
        return new Sighting<>(prior, early.isDue(end, now) ? Freshness.DUE : Freshness.FRESH, policy);
    }

    /** Whether somebody has put a good value in place of one that was to be renewed. */
    boolean isReplaced(Sighting<V> before, Sighting<V> after) {
        return after.isFresh() && !store.isUnchanged(before.prior(), after.prior());
    }

    /** Whether an expiry policy has ended the value, so that it is there for those alone who ask for stale values. */
    boolean isOver(Prior<V> prior) {
        return isOver(prior, store.age(prior));
    }

    private static boolean isOver(Prior<?> prior, Age age) {
        return prior.isExpired() && age.softDeadline() == Deadline.ETERNAL;
    }

    /** From when on the value is stale to the call. */
    private static long end(Prior<?> prior, Age age, Call<?> call) {
        if (age.isInvalidated() || !call.sharesValues()) {
            return Long.MIN_VALUE;
        }
        if (call.expiration() == null) {
            return prior.isExpired() ? Long.MIN_VALUE : Math.min(prior.deadline(), age.softDeadline());
        }
        return isOver(prior, age) || age.created() == Age.UNKNOWN
                ? Long.MIN_VALUE
                : age.created() + call.expiration().toMillis();
    }

    private static StalePolicy policy(Prior<?> prior, Age age, Call<?> call) {
        if (call.stalePolicy() != null) {
            return call.stalePolicy();
        }
        return isOver(prior, age) ? StalePolicy.NEVER : StalePolicy.WHILE_REGENERATING;
    }
}
