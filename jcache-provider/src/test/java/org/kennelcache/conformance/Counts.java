package org.kennelcache.conformance;

import java.lang.management.ManagementFactory;
import java.util.Set;
import javax.cache.Cache;
import javax.management.JMException;
import javax.management.MBeanServer;
import javax.management.ObjectName;

/** The counters of a cache, as JMX shows them. */
record Counts(long hits, long misses, long puts, long removals, long evictions) {

    static final Counts NONE = new Counts(0, 0, 0, 0, 0);

    private static final MBeanServer SERVER = ManagementFactory.getPlatformMBeanServer();

    static Counts of(Cache<?, ?> cache) {
        return new Counts(
                read(cache, "CacheHits"),
                read(cache, "CacheMisses"),
                read(cache, "CachePuts"),
                read(cache, "CacheRemovals"),
                read(cache, "CacheEvictions"));
    }

    static long read(Cache<?, ?> cache, String attribute) {
        return ((Number) attribute(cache, "CacheStatistics", attribute)).longValue();
    }

    static Object attribute(Cache<?, ?> cache, String type, String attribute) {
        try {
            Set<ObjectName> names = beans(type, cache.getName());
            return SERVER.getAttribute(names.iterator().next(), attribute);
        } catch (JMException e) {
            throw new AssertionError("no " + attribute + " of " + cache.getName(), e);
        }
    }

    /** The names of the beans of a type ({@code *} for any) of all caches of a name. */
    static Set<ObjectName> beans(String type, String cacheName) {
        try {
            return SERVER.queryNames(new ObjectName("javax.cache:type=" + type + ",Cache=" + cacheName + ",*"), null);
        } catch (JMException e) {
            throw new AssertionError(e);
        }
    }

    Counts hit() {
        return new Counts(hits + 1, misses, puts, removals, evictions);
    }

    Counts miss() {
        return new Counts(hits, misses + 1, puts, removals, evictions);
    }

    Counts put() {
        return new Counts(hits, misses, puts + 1, removals, evictions);
    }

    Counts removal() {
        return new Counts(hits, misses, puts, removals + 1, evictions);
    }

    Counts since(Counts earlier) {
        return new Counts(
                hits - earlier.hits,
                misses - earlier.misses,
                puts - earlier.puts,
                removals - earlier.removals,
                evictions - earlier.evictions);
    }
}
