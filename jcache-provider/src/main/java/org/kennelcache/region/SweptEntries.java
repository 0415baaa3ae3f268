package org.kennelcache.region;

import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.Executor;
import java.util.function.BooleanSupplier;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;
import org.kennelcache.store.Losses;

/**
 * Entries that the store swept away when their time was over, until listeners have heard of it.
 *
 * <p>Whoever takes an entry, under its key's mutex, tells the listeners: the next operation on the key, before it tells
 * of itself, or a task in the background. So an expiry is told of once, and in its place.
 */
final class SweptEntries<K, V> implements Losses<K, V> {

    private final Map<K, V> waiting = new ConcurrentHashMap<>();
    private final Statistics statistics;
    private final BooleanSupplier wanted;
    private final Executor background;
    private final Consumer<K> announce;

    /**
     * Nothing swept yet.
     *
     * @param wanted whether anybody wants to hear of expiries
     * @param announce tells of an entry that was swept; called in the background
     */
    SweptEntries(Statistics statistics, BooleanSupplier wanted, Executor background, Consumer<K> announce) {
        this.statistics = statistics;
        this.wanted = wanted;
        this.background = background;
        this.announce = announce;
    }

    @Override
    public void evicted() {
        statistics.recordEviction();
    }

    @Override
    public void expired(K key, V value) {
        if (wanted.getAsBoolean()) {
            waiting.put(key, value);
            background.execute(() -> announce.accept(key));
        }
    }

    @Nullable
    V take(K key) {
        return waiting.isEmpty() ? null : waiting.remove(key);
    }
}
