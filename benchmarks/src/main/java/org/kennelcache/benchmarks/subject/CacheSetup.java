package org.kennelcache.benchmarks.subject;

/**
 * How the cache under test is configured; everything else is left at the contender's default.
 *
 * @param valueType the declared type of the values
 * @param byValue whether the cache keeps and hands out copies; bare Caffeine can't and ignores it
 * @param statistics whether the cache counts
 */
public record CacheSetup(Class<?> valueType, boolean byValue, boolean statistics) {}
