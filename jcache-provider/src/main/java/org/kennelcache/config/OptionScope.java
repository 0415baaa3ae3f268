package org.kennelcache.config;

/** Where an option may stand. */
enum OptionScope {
    /** In {@code [cache]} for all caches, in {@code [cache:<name or glob>]} for those it matches. */
    CACHE,
    /** In {@code [cache:<name>]} together with {@code key_type} or {@code value_type}, which declare the cache. */
    DECLARATION,
    /** In a section that bears a cache's name alone, whoever else owns that section. */
    CACHE_NAME,
    /** In the value of a {@code backend_argument}. */
    ARGUMENT
}
