package org.kennelcache.backend.redis;

import redis.clients.jedis.CommandArguments;

/**
 * One command and the name that says where it goes.
 *
 * @param name a name in the command
 * @param command ready to be sent, any number of times
 * @param size about how many bytes it is on the wire
 */
record Request(String name, CommandArguments command, long size) {}
