/**
 * Keys from Tink keysets. {@link org.kennelcache.sealing.TinkKeyringFactory} is the way in for the provider, and loads
 * without Tink; {@link org.kennelcache.sealing.KeysetFormat} is what tools that write keysets need.
 */
@NullMarked
package org.kennelcache.sealing;

import org.jspecify.annotations.NullMarked;
