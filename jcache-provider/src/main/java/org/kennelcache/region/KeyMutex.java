package org.kennelcache.region;

import java.util.ArrayList;
import java.util.Collection;
import java.util.Comparator;
import java.util.List;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.locks.ReentrantLock;
import org.jspecify.annotations.Nullable;
import org.kennelcache.spi.BackendException;

/**
 * One lock for each key that is in use, within this JVM. Reentrant; forgotten when the last user leaves.
 *
 * <p>Batches take their locks in the order of the keys' hash codes, so that batches which overlap don't wait for each
 * other in a circle; where two keys of a batch have the same hash code, one more lock puts such batches in a row.
 */
final class KeyMutex<K> {

    private final ConcurrentHashMap<K, Slot> slots = new ConcurrentHashMap<>();
    private final ReentrantLock ties = new ReentrantLock();
    private volatile boolean closed;

    /** From now on nobody gets a lock, also not those who wait for one; those who have one keep it. */
    void close() {
        closed = true;
    }

    /**
     * Locks a key, however long that takes.
     *
     * @throws IllegalStateException if this is closed by then; nothing is locked
     * @throws BackendException if the servers were out of reach for who had the lock meanwhile; nothing is locked
     */
    void lock(K key) {
        Slot slot = slots.compute(key, (k, present) -> {
            Slot used = present == null ? new Slot() : present;
            used.users++;
            return used;
        });
        BackendException known = slot.outage;
        slot.lock.lock();
        BackendException outage = slot.outage;
        if (closed) {
            unlock(key);
            throw new IllegalStateException("the cache is closed");
        }
        if (outage != null && outage != known) {
            unlock(key);
            throw new BackendException(outage.reason(), String.valueOf(outage.getMessage()), outage);
        }
    }

    /**
     * To be called by who has the lock of a key and failed. If the servers are out of reach, all who wait for the lock
     * fail, too: one after the other, each would wait for the same time-out.
     */
    void failed(K key, BackendException failure) {
        Slot slot = slots.get(key);
        switch (failure.reason()) {
            case UNREACHABLE, TIMEOUT, POOL_EXHAUSTED -> {
                if (slot != null) {
                    slot.outage = failure;
                }
            }
            default -> {}
        }
    }

    void unlock(K key) {
        slots.computeIfPresent(key, (k, slot) -> {
            slot.lock.unlock();
            slot.users--;
            return slot.users == 0 ? null : slot;
        });
    }

    /**
     * Locks keys; they must be all different.
     *
     * @throws IllegalStateException if this is closed by then; nothing is locked
     * @throws BackendException as by {@link #lock}; nothing is locked
     */
    void lockAll(Collection<K> keys) {
        List<K> ordered = ordered(keys);
        if (hasTies(ordered)) {
            ties.lock();
        }
        int locked = 0;
        try {
            for (K key : ordered) {
                lock(key);
                locked++;
            }
        } catch (IllegalStateException | BackendException e) {
            ordered.subList(0, locked).forEach(this::unlock);
            if (hasTies(ordered)) {
                ties.unlock();
            }
            throw e;
        }
    }

    void unlockAll(Collection<K> keys) {
        List<K> ordered = ordered(keys);
        ordered.forEach(this::unlock);
        if (hasTies(ordered)) {
            ties.unlock();
        }
    }

    private static <K> List<K> ordered(Collection<K> keys) {
        List<K> ordered = new ArrayList<>(keys);
        ordered.sort(Comparator.comparingInt(Object::hashCode));
        return ordered;
    }

    private static boolean hasTies(List<?> ordered) {
        for (int i = 1; i < ordered.size(); i++) {
            if (ordered.get(i).hashCode() == ordered.get(i - 1).hashCode()) {
                return true;
            }
        }
        return false;
    }

    /** A lock and how many threads have it or wait for it; the count is guarded by the map's own lock on the key. */
    private static final class Slot {
        final ReentrantLock lock = new ReentrantLock();
        int users;
        /** The last failure of a holder to reach the servers. */
        volatile @Nullable BackendException outage;
    }
}
