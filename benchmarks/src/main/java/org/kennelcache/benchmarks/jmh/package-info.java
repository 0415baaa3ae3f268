/** The JMH benchmarks and what they measure with. */
@NullMarked
package org.kennelcache.benchmarks.jmh;

import org.jspecify.annotations.NullMarked;
