/** Compares Kennel with bare Caffeine and with other JCache providers. */
@NullMarked
package org.kennelcache.benchmarks;

import org.jspecify.annotations.NullMarked;
