/** Settings: immutable, checked as a whole when they are built. */
@NullMarked
package org.kennelcache.config;

import org.jspecify.annotations.NullMarked;
