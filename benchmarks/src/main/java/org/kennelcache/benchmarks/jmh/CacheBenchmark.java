package org.kennelcache.benchmarks.jmh;

import java.util.Map;
import java.util.concurrent.TimeUnit;
import org.jspecify.annotations.Nullable;
import org.kennelcache.benchmarks.subject.Subject;
import org.openjdk.jmh.annotations.Benchmark;
import org.openjdk.jmh.annotations.BenchmarkMode;
import org.openjdk.jmh.annotations.Mode;
import org.openjdk.jmh.annotations.OutputTimeUnit;

/** One method per measured operation. What they return goes to JMH's black hole. */
@BenchmarkMode(Mode.AverageTime)
@OutputTimeUnit(TimeUnit.NANOSECONDS)
public class CacheBenchmark {

    @Benchmark
    public @Nullable Object getHit(CacheState state, Walk walk) {
        return state.cache.get(walk.stored(walk.next()));
    }

    @Benchmark
    public @Nullable Object getMiss(CacheState state, Walk walk) {
        return state.cache.get(walk.absent(walk.next()));
    }

    @Benchmark
    public void put(CacheState state, Walk walk) {
        int step = walk.next();
        state.cache.put(walk.stored(step), state.value(step));
    }

    @Benchmark
    public Map<String, Object> getAll(CacheState state, Walk walk) {
        return state.cache.getAll(walk.batch(walk.next()));
    }

    @Benchmark
    public void putAll(CacheState state, Walk walk) {
        state.cache.putAll(walk.entries(walk.next()));
    }

    @Benchmark
    public @Nullable Object invoke(CacheState state, Walk walk) {
        int step = walk.next();
        return state.cache.invoke(walk.stored(step), state.value(step));
    }

    @Benchmark
    public @Nullable Object increment(CacheState state, Walk walk) {
        return state.cache.increment(walk.stored(walk.next()));
    }

    /** An entry is born, changed and removed: three operations, all of which find what they need. */
    @Benchmark
    public boolean cycle(CacheState state, Walk walk) {
        int step = walk.next();
        String key = walk.absent(step);
        Subject cache = state.cache;
        return cache.putIfAbsent(key, state.value(step))
                && cache.replace(key, state.value(step + 1))
                && cache.remove(key);
    }

    /** Three gets and then a put. */
    @Benchmark
    public @Nullable Object mix(CacheState state, Walk walk) {
        int step = walk.next();
        String key = walk.stored(step);
        if ((step & 3) == 3) {
            Object value = state.value(step);
            state.cache.put(key, value);
            return value;
        }
        return state.cache.get(key);
    }
}
