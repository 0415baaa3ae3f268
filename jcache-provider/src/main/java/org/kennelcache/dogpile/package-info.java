/**
 * One regeneration of a value at a time, across threads and JVMs: what {@code javax.cache} has no words for.
 *
 * <p>{@link org.kennelcache.dogpile.Dogpile} is the way in for code that knows {@code javax.cache} only;
 * {@code cache.unwrap(Region.class)} gives a {@link org.kennelcache.dogpile.Region} with everything.
 */
@NullMarked
package org.kennelcache.dogpile;

import org.jspecify.annotations.NullMarked;
