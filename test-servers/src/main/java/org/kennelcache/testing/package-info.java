/** Real servers for tests: started by the test on free loopback ports, ended by their process handles. */
@NullMarked
package org.kennelcache.testing;

import org.jspecify.annotations.NullMarked;
