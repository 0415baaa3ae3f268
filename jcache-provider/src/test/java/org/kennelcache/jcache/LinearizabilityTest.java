package org.kennelcache.jcache;

import javax.cache.Cache;
import javax.cache.configuration.MutableCacheEntryListenerConfiguration;
import javax.cache.configuration.MutableConfiguration;
import javax.cache.event.CacheEntryCreatedListener;
import javax.cache.expiry.AccessedExpiryPolicy;
import javax.cache.expiry.Duration;
import org.jetbrains.lincheck.datastructures.IntGen;
import org.jetbrains.lincheck.datastructures.Operation;
import org.jetbrains.lincheck.datastructures.Param;
import org.jetbrains.lincheck.datastructures.StressOptions;
import org.junit.jupiter.api.Order;
import org.junit.jupiter.api.Test;

/**
 * Operations of several threads on an entry answer as if one had come after the other.
 *
 * <p>Goes first: Lincheck rewrites the classes that are loaded, which takes long when many are.
 */
@Order(1)
class LinearizabilityTest {

    @Test
    void eternalCache_underStress_isLinearizable() {
        check(10, 1_000, Eternal.class);
    }

    @Test
    void expiringCache_underStress_isLinearizable() {
        check(10, 200, Expiring.class);
    }

    @Test
    void watchedCache_underStress_isLinearizable() {
        check(10, 1_000, Watched.class);
    }

    private static void check(int iterations, int invocations, Class<?> cache) {
        new StressOptions()
                .iterations(iterations)
                .invocationsPerIteration(invocations)
                .threads(3)
                .actorsPerThread(3)
                .actorsBefore(1)
                .actorsAfter(1)
                .check(cache);
    }

    /** A cache that is written directly: bare values in the map. */
    public static class Eternal extends Operations {

        public Eternal() {
            super(new MutableConfiguration<>());
        }
    }

    /** A cache that is written directly: values with deadlines, which every read moves. */
    public static class Expiring extends Operations {

        public Expiring() {
            super(new MutableConfiguration<Integer, Integer>()
                    .setExpiryPolicyFactory(AccessedExpiryPolicy.factoryOf(Duration.ONE_HOUR)));
        }
    }

    /** A cache whose operations are guarded, since somebody listens. */
    public static class Watched extends Operations {

        private static final CacheEntryCreatedListener<Integer, Integer> LISTENER = events -> {};

        public Watched() {
            super(new MutableConfiguration<Integer, Integer>()
                    .addCacheEntryListenerConfiguration(
                            new MutableCacheEntryListenerConfiguration<>(() -> LISTENER, null, false, true)));
        }
    }

    /** What is done to two keys at once. */
    @Param(name = "key", gen = IntGen.class, conf = "1:2")
    @Param(name = "value", gen = IntGen.class, conf = "1:3")
    public abstract static class Operations {

        private final Cache<Integer, Integer> cache;

        Operations(MutableConfiguration<Integer, Integer> configuration) {
            cache = new KennelCachingProvider().getCacheManager().createCache("cache", configuration);
        }

        @Operation
        public Integer get(@Param(name = "key") int key) {
            return cache.get(key);
        }

        @Operation
        public void put(@Param(name = "key") int key, @Param(name = "value") int value) {
            cache.put(key, value);
        }

        @Operation
        public boolean putIfAbsent(@Param(name = "key") int key, @Param(name = "value") int value) {
            return cache.putIfAbsent(key, value);
        }

        @Operation
        public Integer getAndPut(@Param(name = "key") int key, @Param(name = "value") int value) {
            return cache.getAndPut(key, value);
        }

        @Operation
        public boolean replace(@Param(name = "key") int key, @Param(name = "value") int value) {
            return cache.replace(key, value);
        }

        @Operation
        public boolean replaceExactly(
                @Param(name = "key") int key, @Param(name = "value") int old, @Param(name = "value") int value) {
            return cache.replace(key, old, value);
        }

        @Operation
        public Integer getAndReplace(@Param(name = "key") int key, @Param(name = "value") int value) {
            return cache.getAndReplace(key, value);
        }

        @Operation
        public boolean remove(@Param(name = "key") int key) {
            return cache.remove(key);
        }

        @Operation
        public boolean removeExactly(@Param(name = "key") int key, @Param(name = "value") int old) {
            return cache.remove(key, old);
        }

        @Operation
        public Integer getAndRemove(@Param(name = "key") int key) {
            return cache.getAndRemove(key);
        }

        @Operation
        public Integer increment(@Param(name = "key") int key) {
            return cache.invoke(key, (entry, arguments) -> {
                Integer before = entry.getValue();
                entry.setValue(before == null ? 1 : before + 1);
                return before;
            });
        }
    }
}
