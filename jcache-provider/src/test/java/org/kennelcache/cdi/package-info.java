/**
 * Tests of the annotations, on the CDI container that is on the class path: Weld 5, and, in an execution of its own,
 * Weld 6.
 */
@NullMarked
package org.kennelcache.cdi;

import org.jspecify.annotations.NullMarked;
