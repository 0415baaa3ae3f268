/** What the author of a backend or of a codec implements or meets. */
@NullMarked
package org.kennelcache.spi;

import org.jspecify.annotations.NullMarked;
