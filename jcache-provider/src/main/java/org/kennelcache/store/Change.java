package org.kennelcache.store;

/**
 * What an operation did to an entry, seen from the application.
 *
 * <p>The statistics, the events and the calls of a cache writer are all read off this: no operation counts, notifies or
 * writes by itself.
 */
public enum Change {
    /** Nothing. */
    NONE,
    /** A value was put where there was none. */
    CREATED,
    /** A value was put that was over before it began: the creation expiry is zero. */
    STILLBORN,
    /** A value was put in place of another. */
    UPDATED,
    /** An entry was removed. */
    REMOVED,
    /** A removal was asked for where there was no entry: only a cache writer hears of it. */
    REMOVED_NOTHING,
    /** A loader's value was stored where there was none. */
    LOADED,
    /** A loader's value was stored in place of another. */
    RELOADED
}
