/**
 * Entries at object level: what a region reads, decides upon and commits.
 *
 * <p>A {@link org.kennelcache.store.Transition} is a JCache operation as a value; an
 * {@link org.kennelcache.store.EntryStore} runs it atomically. Nothing here knows of statistics, events, loaders or
 * writers.
 */
@NullMarked
package org.kennelcache.store;

import org.jspecify.annotations.NullMarked;
