package org.kennelcache.store;

import java.time.Duration;
import java.time.InstantSource;
import java.util.Collection;
import java.util.HashSet;
import java.util.Iterator;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Set;
import java.util.function.Consumer;
import java.util.function.IntConsumer;
import org.kennelcache.spi.Backend;
import org.kennelcache.spi.BackendException;

/**
 * Keys whose entries must not be seen any more, though they could not be removed. Beyond {@value #MOST} of them,
 * everything is to be removed. For many threads at once.
 *
 * <p>Guarantees:
 *
 * <ul>
 *   <li>Whoever {@linkplain #before announces} what it is about to use finds it removed. It waits for no other caller:
 *       what another one is just removing counts as out of reach.
 *   <li>What is added while it is being removed is removed once more.
 *   <li>A removal that fails is tried again, unless the failure is no {@link BackendException} (the key is refused by
 *       now, say): such a key is dropped, which is logged, and no caller hears of it.
 * </ul>
 */
final class Removals<K> {

    /** The most keys that are remembered. */
    static final int MOST = 100_000;

    /** For how long nobody removes more than what he needs, once that has failed: it may have cost a time-out. */
    static final Duration PAUSE = Duration.ofSeconds(10);

    private final String cacheName;
    private final InstantSource clock;
    private final IntConsumer counter;
    private final Consumer<Set<K>> remover;
    private final Runnable clearer;
    private final OutageLog log;
    private final Map<K, K> keys = new LinkedHashMap<>(); // this and what follows is guarded by this
    private final Set<K> removing = new HashSet<>();
    private boolean everything;
    private boolean isClearing;
    private boolean isDraining;
    private long nextDrain = Long.MIN_VALUE;
    private volatile boolean isPending;

    /**
     * Nothing is to be removed.
     *
     * @param cacheName for messages
     * @param clock when to try again
     * @param counter is told how many removals are left, the one of everything being one
     * @param remover removes the entries of keys
     * @param clearer removes everything
     */
    Removals(String cacheName, InstantSource clock, IntConsumer counter, Consumer<Set<K>> remover, Runnable clearer) {
        this.cacheName = cacheName;
        this.clock = clock;
        this.counter = counter;
        this.remover = remover;
        this.clearer = clearer;
        this.log = new OutageLog(cacheName, clock);
    }

    /** Has entries removed. */
    synchronized void add(Collection<? extends K> more) {
        if (!everything) {
            more.forEach(key -> keys.putIfAbsent(key, key));
            if (keys.size() > MOST) {
                everything = true;
                keys.clear();
            }
        }
        log.failed();
        changed();
    }

    /** Has every entry removed that is there when it comes to that. */
    synchronized void addEverything() {
        everything = true;
        keys.clear();
        log.failed();
        changed();
    }

    /**
     * Removes what is left of some entries, before they are used; and everything, if that is to be removed.
     *
     * @param touched the keys; if there are none, nothing happens
     * @throws BackendException if that is not possible, or another caller is about it; it is still left then
     */
    void before(Collection<? extends K> touched) {
        if (!isPending || touched.isEmpty()) {
            return;
        }
        if (takeEverything()) {
            clear();
        }
        remove(take(touched));
    }

    /**
     * Removes all that is left.
     *
     * @throws BackendException if that is not possible, or another caller is about some of it; something is still left
     *     then
     */
    void all() {
        while (isPending) {
            if (takeEverything()) {
                clear();
            }
            remove(takeNext());
        }
    }

    /**
     * Removes some of what is left, to be called by who has just found servers working: at most
     * {@value Backend#MAX_BATCH} entries, one caller at a time, and nothing for {@link #PAUSE} after a failure. No
     * failure leaves this method.
     */
    void drain() {
        if (isPending) {
            drain(takeForDrain());
        } else {
            log.worked();
        }
    }

    private void drain(Set<K> batch) {
        if (batch.isEmpty()) {
            return;
        }
        boolean isDone = false;
        try {
            remove(batch);
            isDone = true;
        } catch (BackendException e) {
            // it is left, and whoever needs it hears of that
        } finally {
            drained(isDone);
        }
    }

    private synchronized void drained(boolean isDone) {
        isDraining = false;
        if (!isDone) {
            nextDrain = clock.millis() + PAUSE.toMillis();
        }
    }

    private void clear() {
        boolean isDone = false;
        try {
            clearer.run();
            isDone = true;
        } finally {
            cleared(isDone);
        }
    }

    private synchronized void cleared(boolean isDone) {
        isClearing = false;
        if (!isDone) {
            addEverything();
        }
        changed();
    }

    private void remove(Set<K> batch) {
        if (batch.isEmpty()) {
            return;
        }
        boolean isDone = false;
        try {
            removeOrDrop(batch);
            isDone = true;
        } finally {
            removed(batch, isDone);
        }
    }

    private void removeOrDrop(Set<K> batch) {
        try {
            remover.accept(batch);
        } catch (BackendException e) {
            throw e;
        } catch (RuntimeException e) {
            if (batch.size() == 1) {
                log.dropped(e);
            } else {
                batch.forEach(key -> removeOrDrop(Set.of(key)));
            }
        }
    }

    private synchronized void removed(Set<K> batch, boolean isDone) {
        removing.removeAll(batch);
        if (!isDone) {
            add(batch);
        }
        changed();
    }

    private synchronized boolean takeEverything() {
        if (isClearing) {
            throw busy();
        }
        isClearing = everything;
        everything = false;
        return isClearing;
    }

    private synchronized Set<K> take(Collection<? extends K> touched) {
        for (K key : touched) {
            if (removing.contains(key)) {
                throw busy();
            }
        }
        Set<K> taken = new HashSet<>();
        for (K key : touched) {
            K remembered = keys.remove(key);
            if (remembered != null) {
                taken.add(remembered);
            }
        }
        removing.addAll(taken);
        return taken;
    }

    private synchronized Set<K> takeNext() {
        if (!removing.isEmpty() || isClearing) {
            throw busy();
        }
        return takeFirst();
    }

    private synchronized Set<K> takeForDrain() {
        if (everything || isClearing || isDraining || clock.millis() < nextDrain) {
            return Set.of();
        }
        Set<K> taken = takeFirst();
        isDraining = !taken.isEmpty();
        return taken;
    }

    private Set<K> takeFirst() {
        Set<K> taken = new HashSet<>();
        Iterator<K> all = keys.keySet().iterator();
        while (taken.size() < Backend.MAX_BATCH && all.hasNext()) {
            K key = all.next();
            if (!removing.contains(key)) {
                taken.add(key);
                all.remove();
            }
        }
        removing.addAll(taken);
        return taken;
    }

    private BackendException busy() {
        return new BackendException(
                BackendException.Reason.UNREACHABLE,
                "cache \"" + cacheName
                        + "\": another caller is removing what could not be removed while servers were out of reach."
                        + " Nothing was done; try again later.",
                null);
    }

    private void changed() {
        int left = everything || isClearing ? 1 : keys.size() + removing.size();
        isPending = left > 0;
        counter.accept(left);
    }
}
