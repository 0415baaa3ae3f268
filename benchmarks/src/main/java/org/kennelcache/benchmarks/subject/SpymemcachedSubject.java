package org.kennelcache.benchmarks.subject;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.Future;
import net.spy.memcached.AddrUtil;
import net.spy.memcached.BinaryConnectionFactory;
import net.spy.memcached.CASResponse;
import net.spy.memcached.CASValue;
import net.spy.memcached.MemcachedClient;
import org.jspecify.annotations.Nullable;

/**
 * spymemcached through its own API and its binary protocol, with the round trips that an atomic JCache operation takes
 * and nothing around the values: Strings stand in memcached as they are, Longs in decimal digits.
 */
final class SpymemcachedSubject implements Subject {

    private static final int NEVER = 0;

    private final MemcachedClient memcached;

    private SpymemcachedSubject(MemcachedClient memcached) {
        this.memcached = memcached;
    }

    static SpymemcachedSubject open(CacheSetup setup) {
        try {
            return new SpymemcachedSubject(
                    new MemcachedClient(new BinaryConnectionFactory(), AddrUtil.getAddresses(setup.server())));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    @Override
    public @Nullable Object get(String key) {
        return memcached.get(key);
    }

    @Override
    public void put(String key, Object value) {
        await(memcached.set(key, NEVER, value.toString()));
    }

    @Override
    public Map<String, Object> getAll(Set<String> keys) {
        return memcached.getBulk(keys);
    }

    @Override
    public void putAll(Map<String, Object> entries) {
        List<Future<Boolean>> answers = new ArrayList<>(entries.size());
        entries.forEach((key, value) -> answers.add(memcached.set(key, NEVER, value.toString())));
        answers.forEach(SpymemcachedSubject::await);
    }

    @Override
    public @Nullable Object invoke(String key, Object value) {
        while (true) {
            @Nullable CASValue<Object> old = memcached.gets(key);
            if (old == null || didReplace(key, old, value.toString())) {
                return old == null ? null : old.getValue();
            }
        }
    }

    @Override
    public @Nullable Object increment(String key) {
        while (true) {
            CASValue<Object> old = memcached.gets(key);
            long sum = Long.parseLong(old.getValue().toString()) + 1;
            if (didReplace(key, old, Long.toString(sum))) {
                return sum;
            }
        }
    }

    /**
     * Two round trips, as for a JCache operation that has to know what was there: the first tells, the second stores.
     */
    @Override
    public boolean putIfAbsent(String key, Object value) {
        return memcached.get(key) == null && await(memcached.add(key, NEVER, value.toString()));
    }

    @Override
    public boolean replace(String key, Object value) {
        @Nullable CASValue<Object> old = memcached.gets(key);
        return old != null && didReplace(key, old, value.toString());
    }

    @Override
    public boolean remove(String key) {
        @Nullable CASValue<Object> old = memcached.gets(key);
        return old != null && await(memcached.delete(key, old.getCas()));
    }

    private boolean didReplace(String key, CASValue<Object> old, String value) {
        return memcached.cas(key, old.getCas(), value) == CASResponse.OK;
    }

    private static boolean await(Future<Boolean> answer) {
        try {
            return answer.get();
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new IllegalStateException("interrupted while memcached was waited for", e);
        } catch (ExecutionException e) {
            throw new IllegalStateException(e.getCause());
        }
    }

    @Override
    public void close() {
        memcached.shutdown();
    }
}
