/** Turns measurements into ratios, a table and a chart. */
@NullMarked
package org.kennelcache.benchmarks.report;

import org.jspecify.annotations.NullMarked;
