package org.kennelcache.backend.memcached;

import org.kennelcache.spi.BackendException;

/**
 * A server does not work.
 *
 * @param failures how many there were, one after the other
 * @param last the last of them
 */
record Outage(int failures, BackendException last) {

    /** Whether the server is there, and will go on to refuse: callers have to hear of that. */
    boolean isRefusal() {
        return switch (last.reason()) {
            case AUTHENTICATION, PERMISSION, UNSUPPORTED -> true;
            default -> false;
        };
    }
}
