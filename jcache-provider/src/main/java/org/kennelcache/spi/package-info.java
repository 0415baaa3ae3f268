/** What the author of a backend, of a serializer or of a lock implements. Depends on the JDK alone. */
@NullMarked
package org.kennelcache.spi;

import org.jspecify.annotations.NullMarked;
