package org.kennelcache.benchmarks.subject;

/** Opens the cache under test of this JVM. */
public final class Subjects {

    /** The contender that is no JCache provider but Caffeine's own API, against which all others are measured. */
    public static final String BARE_CAFFEINE = "caffeine";

    private Subjects() {}

    /**
     * Returns a new, empty cache of the contender, whose classes are the only ones of their kind on the class path.
     *
     * @throws UnsupportedOperationException if the contender has no such configuration
     */
    public static Subject open(String contender, CacheSetup setup) {
        return contender.equals(BARE_CAFFEINE) ? CaffeineSubject.open(setup) : JCacheSubject.open(contender, setup);
    }
}
