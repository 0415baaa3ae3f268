/**
 * Redis and Valkey as a store: one server, a primary found through Sentinel, or Redis Cluster.
 *
 * <p>The wire protocol is jedis's. Which server a command goes to, how many connections there are and how long anything
 * may take is decided here, so that one rule holds for all three: {@link org.kennelcache.backend.redis.Exchange} sends,
 * {@link org.kennelcache.backend.redis.Routes} knows where to, {@link org.kennelcache.backend.redis.Failures} says what
 * went wrong.
 */
@NullMarked
package org.kennelcache.backend.redis;

import org.jspecify.annotations.NullMarked;
