package org.kennelcache.benchmarks.subject;

import java.util.function.IntFunction;
import org.kennelcache.benchmarks.workload.Keys;

/** Opens and fills the cache under test of this JVM. */
public final class Subjects {

    /** The contender that is no JCache provider but Caffeine's own API, against which all others are measured. */
    public static final String BARE_CAFFEINE = "caffeine";

    /** The contender that is Jedis's own API, against which all others on Redis are measured. */
    public static final String RAW_JEDIS = "jedis";

    /** The same with names and values as long as Kennel's names and records. */
    public static final String JEDIS_CONTROL = "jedis-control";

    /** The contender that is spymemcached's own API, against which all others on memcached are measured. */
    public static final String RAW_SPYMEMCACHED = "spymemcached";

    /** The contender that is the driver's own API, against which all others on MongoDB are measured. */
    public static final String RAW_MONGODB_DRIVER = "mongodb-driver";

    /** The same with names and values as long as Kennel's names and records. */
    public static final String MONGODB_CONTROL = "mongodb-control";

    private Subjects() {}

    /**
     * Returns a new, empty cache of the contender, whose classes are the only ones of their kind on the class path.
     *
     * @throws UnsupportedOperationException if the contender has no such configuration
     */
    public static Subject open(String contender, CacheSetup setup) {
        return switch (contender) {
            case BARE_CAFFEINE -> CaffeineSubject.open(setup);
            case RAW_JEDIS -> JedisSubject.open(setup, Padding.NONE);
            case JEDIS_CONTROL -> JedisSubject.open(setup, Padding.AS_KENNEL);
            case RAW_SPYMEMCACHED -> SpymemcachedSubject.open(setup);
            case RAW_MONGODB_DRIVER -> MongodbDriverSubject.open(setup, Padding.NONE);
            case MONGODB_CONTROL -> MongodbDriverSubject.open(setup, Padding.AS_KENNEL);
            default -> JCacheSubject.open(contender, setup);
        };
    }

    /**
     * Stores entries with the given keys and checks that the cache keeps them, or getting them would be no hit.
     *
     * @param to exclusive
     * @throws IllegalStateException if the cache has dropped one of those that are looked at
     */
    public static void fill(Subject cache, int from, int to, IntFunction<Object> value) {
        for (int number = from; number < to; number++) {
            cache.put(Keys.key(number), value.apply(number));
        }
        for (int number = from; number < to; number += 100) {
            if (cache.get(Keys.key(number)) == null) {
                throw new IllegalStateException("The cache did not keep " + Keys.key(number) + "; is it bounded?");
            }
        }
    }
}
