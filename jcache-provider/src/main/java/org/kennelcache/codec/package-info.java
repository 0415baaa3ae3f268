/**
 * From objects to independent copies of them.
 *
 * <p>{@link org.kennelcache.codec.Copier} is the way in; everything else is its machinery. A by-value copy has the
 * meaning of Java serialisation (a round trip through bytes) without the bytes wherever that can be told apart by
 * nobody.
 */
@NullMarked
package org.kennelcache.codec;

import org.jspecify.annotations.NullMarked;
