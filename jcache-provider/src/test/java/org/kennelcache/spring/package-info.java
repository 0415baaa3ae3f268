/** Tests of what Spring sees; whole applications are in {@code src-it}. */
@NullMarked
package org.kennelcache.spring;

import org.jspecify.annotations.NullMarked;
