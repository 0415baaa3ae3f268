/** What backends share that talk to their servers over sockets of our own: connecting, and TLS by PEM files. */
@NullMarked
package org.kennelcache.backend.wire;

import org.jspecify.annotations.NullMarked;
