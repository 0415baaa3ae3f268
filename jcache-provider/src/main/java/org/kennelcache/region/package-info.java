/**
 * The rules of a cache: operations as transitions, expiry, read-through and write-through, and what follows from an
 * outcome. Knows nothing of where entries are stored, nor of cache managers.
 */
@NullMarked
package org.kennelcache.region;

import org.jspecify.annotations.NullMarked;
