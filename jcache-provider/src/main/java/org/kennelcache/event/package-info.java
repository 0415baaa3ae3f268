/** Listener registrations, and the ordered dispatch of what happened to entries. */
@NullMarked
package org.kennelcache.event;

import org.jspecify.annotations.NullMarked;
