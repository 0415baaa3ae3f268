/** What several backends need: connecting, TLS by PEM files, bulk operations in parts, walks over records. */
@NullMarked
package org.kennelcache.backend.wire;

import org.jspecify.annotations.NullMarked;
