package org.kennelcache.store;

/** What an invalidation makes of the values that were stored before it. */
public enum Invalidation {
    /** They are stale. */
    SOFT,
    /** They are gone. */
    HARD
}
