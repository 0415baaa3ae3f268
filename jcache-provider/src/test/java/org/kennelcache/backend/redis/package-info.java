/** What the Redis backend does, shown on real servers. */
@NullMarked
package org.kennelcache.backend.redis;

import org.jspecify.annotations.NullMarked;
