package org.kennelcache.backend.redis;

import redis.clients.jedis.CommandArguments;

/**
 * One command and the name that says where it goes.
 *
 * @param name a name in the command
 * @param command ready to be sent, any number of times
 * @param size about how many bytes it is on the wire
 * @param repeatable whether the answer and the effect are the same if it is carried out twice
 */
record Request(String name, CommandArguments command, long size, boolean repeatable) {

    /** A repeatable one. */
    Request(String name, CommandArguments command, long size) {
        this(name, command, size, true);
    }

    /** The same request, not to be carried out twice. */
    Request once() {
        return new Request(name, command, size, false);
    }
}
