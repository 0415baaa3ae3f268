package org.kennelcache.dogpile;

/** What becomes of the values that were stored before a region is invalidated. */
public enum Invalidation {
    /**
     * They are stale, as if they had come of age: the next one who asks makes a new one, others may be given the old
     * one.
     */
    SOFT,
    /** They are gone. */
    HARD
}
