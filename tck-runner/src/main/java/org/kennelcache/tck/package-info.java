/** Judges from the reports of a TCK run whether the TCK really ran. */
@NullMarked
package org.kennelcache.tck;

import org.jspecify.annotations.NullMarked;
