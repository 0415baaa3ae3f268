/**
 * The {@code javax.cache} face of Kennel: provider, managers, caches and MXBeans. Checks arguments and life cycles,
 * translates exceptions, and leaves the rest to regions.
 */
@NullMarked
package org.kennelcache.jcache;

import org.jspecify.annotations.NullMarked;
