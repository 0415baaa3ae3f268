package org.kennelcache.benchmarks.subject;

import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import redis.clients.jedis.HostAndPort;
import redis.clients.jedis.Pipeline;
import redis.clients.jedis.RedisClient;
import redis.clients.jedis.params.SetParams;

/**
 * Jedis through its own API, with the round trips that an atomic JCache operation takes and nothing around the values:
 * Strings stand in Redis as they are but for the padding, Longs in decimal digits.
 */
final class JedisSubject implements Subject {

    private static final Long ONE = 1L;

    private static final String REPLACE_SAME = """
            if redis.call('GET', KEYS[1]) ~= ARGV[1] then return 0 end
            redis.call('SET', KEYS[1], ARGV[2])
            return 1
            """;

    private static final String REMOVE_SAME = """
            if redis.call('GET', KEYS[1]) ~= ARGV[1] then return 0 end
            return redis.call('DEL', KEYS[1])
            """;

    private final RedisClient redis;
    private final Padding padding;
    private final String replaceSame;
    private final String removeSame;

    private JedisSubject(RedisClient redis, Padding padding) {
        this.redis = redis;
        this.padding = padding;
        replaceSame = redis.scriptLoad(REPLACE_SAME);
        removeSame = redis.scriptLoad(REMOVE_SAME);
    }

    static JedisSubject open(CacheSetup setup, Padding padding) {
        RedisClient redis = RedisClient.builder()
                .hostAndPort(HostAndPort.from(setup.server()))
                .build();
        return new JedisSubject(redis, padding);
    }

    @Override
    public @Nullable Object get(String key) {
        return find(key);
    }

    private @Nullable String find(String key) {
        @Nullable String stored = redis.get(padding.name(key));
        return stored == null ? null : padding.value(stored);
    }

    @Override
    public void put(String key, Object value) {
        redis.set(padding.name(key), stored(value));
    }

    private String stored(Object value) {
        return padding.stored(value.toString());
    }

    @Override
    public Map<String, Object> getAll(Set<String> keys) {
        String[] asked = keys.toArray(String[]::new);
        String[] names = new String[asked.length];
        Arrays.setAll(names, i -> padding.name(asked[i]));
        List<String> values = redis.mget(names);
        Map<String, Object> found = new HashMap<>(asked.length * 2);
        for (int i = 0; i < asked.length; i++) {
            @Nullable String value = values.get(i);
            if (value != null) {
                found.put(asked[i], padding.value(value));
            }
        }
        return found;
    }

    @Override
    public void putAll(Map<String, Object> entries) {
        try (Pipeline pipeline = redis.pipelined()) {
            entries.forEach((key, value) -> pipeline.set(padding.name(key), stored(value)));
        }
    }

    @Override
    public @Nullable Object invoke(String key, Object value) {
        while (true) {
            @Nullable String old = find(key);
            if (old == null || didReplace(key, old, value.toString())) {
                return old;
            }
        }
    }

    @Override
    public @Nullable Object increment(String key) {
        while (true) {
            String old = Objects.requireNonNull(find(key));
            long sum = Long.parseLong(old) + 1;
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
        return find(key) == null
                && redis.set(
                                padding.name(key),
                                stored(value),
                                SetParams.setParams().nx())
                        != null;
    }

    @Override
    public boolean replace(String key, Object value) {
        @Nullable String old = find(key);
        return old != null && didReplace(key, old, value.toString());
    }

    @Override
    public boolean remove(String key) {
        @Nullable String old = find(key);
        return old != null && ONE.equals(run(removeSame, key, stored(old)));
    }

    private boolean didReplace(String key, String old, String value) {
        return ONE.equals(run(replaceSame, key, stored(old), stored(value)));
    }

    private Object run(String script, String key, String... arguments) {
        return redis.evalsha(script, List.of(padding.name(key)), List.of(arguments));
    }

    @Override
    public void close() {
        redis.close();
    }
}
