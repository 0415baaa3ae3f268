/**
 * What the author of a backend or of a serializer implements or meets. Depends on the JDK alone.
 *
 * <p>A backend keeps bytes under names and compares versions ({@link org.kennelcache.spi.Backend}); it knows nothing of
 * keys, values or JCache. It is found through its {@link org.kennelcache.spi.BackendFactory}, and offers what not every
 * server can do by further interfaces, such as {@link org.kennelcache.spi.Scannable}. A serializer turns values into
 * bytes ({@link org.kennelcache.spi.Serializer}).
 */
@NullMarked
package org.kennelcache.spi;

import org.jspecify.annotations.NullMarked;
