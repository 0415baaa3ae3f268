/** Tests of keysets, and keys for other tests. */
@NullMarked
package org.kennelcache.sealing;

import org.jspecify.annotations.NullMarked;
