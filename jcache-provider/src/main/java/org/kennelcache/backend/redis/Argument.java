package org.kennelcache.backend.redis;

import static java.nio.charset.StandardCharsets.UTF_8;

import redis.clients.jedis.args.Rawable;

/**
 * An argument of a command as it is sent. Jedis's own would copy the bytes of every name and record once more.
 *
 * @param getRaw the bytes, which nobody changes; named as jedis wants it
 */
@SuppressWarnings("ArrayRecordComponent") // a carrier that nobody compares
record Argument(byte[] getRaw) implements Rawable {

    static Argument of(String text) {
        return new Argument(text.getBytes(UTF_8));
    }
}
