/** Meters for Micrometer, which is an optional dependency: {@code io.micrometer:micrometer-core}. */
@NullMarked
package org.kennelcache.micrometer;

import org.jspecify.annotations.NullMarked;
