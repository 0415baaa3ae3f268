/** Several JVMs use one cache: what is atomic within one of them has to be among all of them. */
@NullMarked
package org.kennelcache.atomicity;

import org.jspecify.annotations.NullMarked;
