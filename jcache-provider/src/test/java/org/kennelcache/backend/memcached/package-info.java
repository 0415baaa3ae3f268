/** What the memcached backend does, shown on real servers. */
@NullMarked
package org.kennelcache.backend.memcached;

import org.jspecify.annotations.NullMarked;
