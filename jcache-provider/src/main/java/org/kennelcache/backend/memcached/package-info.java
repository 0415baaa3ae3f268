/**
 * memcached as a store: one server, or a ring of independent ones.
 *
 * <p>The wire protocol is spymemcached's, with one client for each server, so that what one of them does never concerns
 * another. Which server a name belongs to, when one is left out and how long anything may take is decided here:
 * {@link org.kennelcache.backend.memcached.Ring} knows where to, {@link org.kennelcache.backend.memcached.Server}
 * whether,
 * {@link org.kennelcache.backend.memcached.Connection} how, and {@link org.kennelcache.backend.memcached.Failures} says
 * what went wrong.
 */
@NullMarked
package org.kennelcache.backend.memcached;

import org.jspecify.annotations.NullMarked;
