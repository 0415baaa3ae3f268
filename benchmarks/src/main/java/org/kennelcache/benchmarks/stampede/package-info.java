/** Many callers who miss the same value at the same time; {@code benchmarks/stampede} runs it. */
@NullMarked
package org.kennelcache.benchmarks.stampede;

import org.jspecify.annotations.NullMarked;
