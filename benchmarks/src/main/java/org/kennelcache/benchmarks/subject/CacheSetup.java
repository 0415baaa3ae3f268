package org.kennelcache.benchmarks.subject;

/**
 * How the cache under test is configured; everything else is left at the contender's default.
 *
 * @param valueType the declared type of the values
 * @param byValue whether the cache keeps and hands out copies; bare Caffeine can't and ignores it
 * @param statistics whether the cache counts
 * @param server host and port, or connection string, of the server that holds the entries; empty: they are on the heap
 */
public record CacheSetup(Class<?> valueType, boolean byValue, boolean statistics, String server) {}
