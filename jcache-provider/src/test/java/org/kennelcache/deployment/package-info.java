/** Kennel where class loaders come and go, as in a servlet container. */
@NullMarked
package org.kennelcache.deployment;

import org.jspecify.annotations.NullMarked;
