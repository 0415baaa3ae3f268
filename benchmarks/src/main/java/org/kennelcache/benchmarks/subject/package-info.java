/** The caches under test behind one face; this is what runs inside the JVM of a contender. */
@NullMarked
package org.kennelcache.benchmarks.subject;

import org.jspecify.annotations.NullMarked;
