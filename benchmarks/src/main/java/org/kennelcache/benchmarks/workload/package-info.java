/** What is stored and which keys are asked for: the same for every contender, from fixed seeds. */
@NullMarked
package org.kennelcache.benchmarks.workload;

import org.jspecify.annotations.NullMarked;
