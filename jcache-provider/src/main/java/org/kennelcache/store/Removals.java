package org.kennelcache.store;

import java.lang.System.Logger;
import java.lang.System.Logger.Level;
import java.util.Collection;
import java.util.HashSet;
import java.util.Iterator;
import java.util.LinkedHashSet;
import java.util.Set;
import java.util.concurrent.locks.ReentrantLock;
import java.util.function.Consumer;
import java.util.function.IntConsumer;
import org.kennelcache.spi.Backend;
import org.kennelcache.spi.BackendException;

/**
 * Keys whose entries must not be seen any more, though they could not be removed. Beyond {@value #MOST} of them, everything
 * is to be removed. For many threads at once.
 *
 * <p>A key is taken out before its removal is tried and put back if that fails, so one that is added meanwhile is removed once
 * more.
 */
final class Removals<K> {

    /** The most keys that are remembered. */
    static final int MOST = 100_000;

    private static final Logger LOGGER = System.getLogger(Removals.class.getName());

    private final String cacheName;
    private final IntConsumer counter;
    private final ReentrantLock replaying = new ReentrantLock();
    private final Set<K> keys = new LinkedHashSet<>();
    private boolean everything;
    private volatile boolean pending;

    /**
     * Nothing is to be removed.
     *
     * @param cacheName for messages
     * @param counter is told how many removals are left, the one of everything being one
     */
    Removals(String cacheName, IntConsumer counter) {
        this.cacheName = cacheName;
        this.counter = counter;
    }

    /** Has entries removed. */
    synchronized void add(Collection<? extends K> more) {
        if (!everything) {
            keys.addAll(more);
            if (keys.size() > MOST) {
                addEverything();
            }
        }
        changed();
    }

    /** Has every entry removed that is there when it comes to that. */
    synchronized void addEverything() {
        everything = true;
        keys.clear();
        changed();
    }

    /**
     * Does what is left to be done; one caller at a time. The first step is a small one, so that it costs little to learn
     * that the servers are still out of reach.
     *
     * @param remove removes entries
     * @param clear removes everything
     * @throws BackendException if that is not possible, or another caller is about it; something is still left then
     */
    void replay(Consumer<Set<K>> remove, Runnable clear) {
        if (!pending) {
            return;
        }
        if (!replaying.tryLock()) {
            throw new BackendException(
                    BackendException.Reason.UNREACHABLE,
                    "cache \"" + cacheName
                            + "\": another caller is removing what could not be removed while the servers were"
                            + " out of reach. Nothing was done; try again later.",
                    null);
        }
        try {
            for (int most = 1; !isDone(); most = Backend.MAX_BATCH) {
                if (takeEverything()) {
                    attempt(clear, this::addEverything);
                } else {
                    Set<K> batch = take(most);
                    attempt(() -> remove.accept(batch), () -> add(batch));
                }
            }
        } finally {
            replaying.unlock();
        }
    }

    private void attempt(Runnable removal, Runnable undo) {
        boolean isDone = false;
        try {
            removal.run();
            isDone = true;
        } finally {
            if (!isDone) {
                undo.run();
            }
        }
    }

    private synchronized boolean isDone() {
        if (!everything && keys.isEmpty() && pending) {
            pending = false;
            counter.accept(0);
            LOGGER.log(
                    Level.INFO, "cache \"" + cacheName + "\": the servers are back, and nothing outdated is on them");
        }
        return !pending;
    }

    private synchronized boolean takeEverything() {
        boolean taken = everything;
        everything = false;
        return taken;
    }

    private synchronized Set<K> take(int most) {
        Set<K> taken = new HashSet<>();
        Iterator<K> all = keys.iterator();
        while (taken.size() < most && all.hasNext()) {
            taken.add(all.next());
            all.remove();
        }
        return taken;
    }

    private void changed() {
        if (!pending) {
            pending = true;
            LOGGER.log(
                    Level.WARNING,
                    "cache \"" + cacheName
                            + "\": the servers are out of reach; what is removed or written now is removed"
                            + " when they are back");
        }
        counter.accept(everything ? 1 : keys.size());
    }
}
