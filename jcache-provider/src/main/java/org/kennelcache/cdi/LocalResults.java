package org.kennelcache.cdi;

import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.locks.ReentrantLock;
import javax.cache.Cache;
import javax.cache.annotation.GeneratedCacheKey;
import org.jspecify.annotations.Nullable;

/**
 * Results in a cache of another provider: created once however many threads of this JVM miss one at the same time.
 *
 * <p>Whoever misses a value waits while another thread creates it, and then looks again; where that one created nothing
 * or failed, the next creates. Hits wait for nobody. The value is created outside all locks of the cache, so creating
 * one may use it, for other keys.
 *
 * <p>Hazard: waiting has no bound of its own. Threads that create values for two keys, each of which needs the other,
 * wait for ever.
 */
final class LocalResults {

    private final ConcurrentHashMap<Target, Turn> turns = new ConcurrentHashMap<>();

    /** See {@link CachedMethods#getOrCreate}. */
    @Nullable
    Object getOrCreate(Cache<Object, Object> cache, GeneratedCacheKey key, Creation creation) throws Exception {
        Object present = cache.get(key);
        if (present != null) {
            return present;
        }
        creation.check();
        Target target = new Target(cache, key);
        begin(target);
        try {
            Object made = cache.containsKey(key) ? cache.get(key) : null;
            return made == null ? create(cache, key, creation) : made;
        } finally {
            end(target);
        }
    }

    private static @Nullable Object create(Cache<Object, Object> cache, GeneratedCacheKey key, Creation creation)
            throws Exception {
        creation.checkAgain();
        Object created = creation.create();
        if (created != null) {
            cache.put(key, created);
        }
        return created;
    }

    private void begin(Target target) {
        turns.compute(target, (t, turn) -> {
                    Turn joined = turn == null ? new Turn() : turn;
                    joined.threads++;
                    return joined;
                })
                .lock
                .lock();
    }

    private void end(Target target) {
        turns.computeIfPresent(target, (t, turn) -> {
            turn.lock.unlock();
            turn.threads--;
            return turn.threads == 0 ? null : turn;
        });
    }

    /** A key of one cache; caches are the same only if they are one object. */
    private record Target(Cache<Object, Object> cache, GeneratedCacheKey key) {}

    /** A lock and how many threads have it or wait for it; the count is guarded by the map's own lock on the target. */
    private static final class Turn {
        final ReentrantLock lock = new ReentrantLock();
        int threads;
    }
}
