package org.kennelcache.store;

import java.util.concurrent.ConcurrentMap;
import org.jspecify.annotations.Nullable;

/** Entries that become stale at an age: those that a soft invalidation met are stale before they come of it. */
final class SoftHeapStore<K, V> extends MortalHeapStore<K, V> {

    private final long softAge;
    private final Marks marks;

    SoftHeapStore(ConcurrentMap<K, Mortal<V>> map, HeapSettings<K, V> settings, long softAge) {
        super(map, settings);
        this.softAge = softAge;
        this.marks = marks();
    }

    @Override
    Prior<V> prior(Mortal<V> stored, long now) {
        return super.prior(stored, judgedAt(now));
    }

    @Override
    @Nullable
    V live(Mortal<V> stored) {
        return Deadline.isOver(stored.deadline(), judgedAt(now())) ? null : stored.value();
    }

    /**
     * A deadline is the soft age after the value was stored, so this time finds stale all that was stored up to the
     * mark.
     */
    private long judgedAt(long now) {
        long mark = marks.soft();
        return mark == Marks.NONE ? now : Math.max(now, mark + softAge);
    }
}
