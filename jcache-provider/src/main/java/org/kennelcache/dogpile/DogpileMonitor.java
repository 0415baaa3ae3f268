package org.kennelcache.dogpile;

/**
 * What the statistics of JCache don't tell of a cache's values and who made them: {@code cache.unwrap(DogpileMonitor.class)},
 * of every cache of Kennel.
 *
 * <p>Everything is counted from the creation of the cache in this JVM, key by key, whether its statistics are on or off: for
 * {@link Region}, {@link Dogpile}, and reads and loads by a loader. For many threads at once.
 */
public interface DogpileMonitor {

    /** How many values creators and loaders of this JVM made; one that made none for its key counts, too. */
    long regenerations();

    /** How many they failed to make. */
    long failures();

    /** How many they were spared: a caller that found no good value was given one that somebody else made meanwhile. */
    long avoided();

    /** How many stale values were given to callers, while somebody made a new one or because nobody could. */
    long staleServed();

    /** The waits of callers for values that others made, in this JVM or another. */
    Waits waits();

    /**
     * Some waits.
     *
     * @param count how many calls have waited
     * @param nanos how long all of them together, in nanoseconds
     */
    record Waits(long count, long nanos) {}
}
