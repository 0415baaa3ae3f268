package org.kennelcache.backend.redis;

import java.util.List;
import redis.clients.jedis.exceptions.JedisRedirectionException;

/**
 * Which server holds what. Safe for use by any number of threads; closing it closes all nodes.
 *
 * <p>Every method that may have to ask a server for that does so at most once, within the time-out to connect and that of
 * a call, and throws a {@link org.kennelcache.spi.BackendException} if it can't find out.
 */
interface Routes extends AutoCloseable {

    /** The server that takes reads and writes of {@code name}. */
    Node nodeOf(String name);

    /** Every server that takes writes, once each. */
    List<Node> primaries();

    /** Parts what has a name of its own each into groups that one command may name together. */
    default <T> List<List<T>> together(List<T> named) {
        return List.of(named);
    }

    /**
     * The server that another one pointed to.
     *
     * @throws org.kennelcache.spi.BackendException if there is only one
     */
    default Node redirected(String operation, Node from, JedisRedirectionException answer) {
        throw from.refused(operation, answer);
    }

    /** Told that a server failed, so that another one may have taken over. */
    default void suspect(Node node) {}

    @Override
    void close();
}
