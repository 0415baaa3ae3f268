/** Tests of getting and creating as applications see it. */
@NullUnmarked
package org.kennelcache.dogpile;

import org.jspecify.annotations.NullUnmarked;
