/** Plans the runs, starts a JVM for each and collects what they measured. */
@NullMarked
package org.kennelcache.benchmarks.harness;

import org.jspecify.annotations.NullMarked;
