/** Inspects the modules of the running JDK through a cache; imports {@code javax.cache} and the JDK, nothing else. */
@NullMarked
package org.kennelcache.examples;

import org.jspecify.annotations.NullMarked;
