package org.kennelcache.backend.redis;

import java.util.concurrent.TimeoutException;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;
import org.kennelcache.config.HostAndPort;
import org.kennelcache.spi.BackendException;
import redis.clients.jedis.exceptions.JedisConnectionException;
import redis.clients.jedis.exceptions.JedisDataException;
import redis.clients.jedis.exceptions.JedisException;
import redis.clients.jedis.exceptions.JedisNoScriptException;
import redis.clients.jedis.exceptions.JedisRedirectionException;

/**
 * One server and the connections to it.
 *
 * <p>A request is sent once. There is one exception: if a connection that had been idle turns out to be closed, as all are
 * after the server was restarted, a {@link Request#repeatable} request is sent again over a new one. For any other request
 * such a connection is looked at before, since a server, or what stands before it, may also end a connection after it did
 * what it was asked to. What timed out, or what was sent over a connection that was busy just before, is never sent again.
 */
final class Node implements AutoCloseable {

    private final HostAndPort address;
    private final LinkPool links;
    private final Failures failures;

    Node(HostAndPort address, LinkPool links, Failures failures) {
        this.address = address;
        this.links = links;
        this.failures = failures;
    }

    HostAndPort address() {
        return address;
    }

    /**
     * Sends a request and waits for the answer.
     *
     * @return bytes, a {@link Long}, a list of these, or null
     * @throws JedisRedirectionException if another node is to be asked; it was not carried out
     * @throws JedisNoScriptException if the script is unknown; it was not carried out
     * @throws BackendException if anything else goes wrong
     */
    @Nullable
    Object ask(String operation, Request request) {
        return converse(operation, request, link -> link.ask(request));
    }

    /** Like {@link #ask}, of a node that is about to take over the slot of the request. */
    @Nullable
    Object askDuringMigration(String operation, Request request) {
        return converse(operation, request, link -> link.askDuringMigration(request));
    }

    /**
     * Lends a connection, which must be closed.
     *
     * @param repeatable whether what will be sent is repeatable; if not, it is a connection that the server has not ended
     * @throws BackendException if there is none
     */
    Link borrow(String operation, boolean repeatable) {
        Link link = borrow(operation);
        if (repeatable || isOpen(link)) {
            return link;
        }
        link.close();
        links.dropIdle();
        return borrow(operation);
    }

    private Link borrow(String operation) {
        try {
            return links.borrow();
        } catch (TimeoutException e) {
            throw failures.exhausted(operation);
        } catch (InterruptedException e) {
            throw failures.interrupted(operation, e);
        } catch (JedisException e) {
            links.dropIdle();
            throw failures.notConnected(operation, e);
        }
    }

    /**
     * To be called when a connection failed before any answer came.
     *
     * @param repeatable whether what was sent is repeatable
     * @throws BackendException unless it may be sent again, over a new connection
     */
    void requireStale(String operation, Link link, boolean repeatable, JedisConnectionException failure) {
        if (!repeatable || !link.stale() || Failures.silent(failure)) {
            throw lost(operation, failure);
        }
        links.dropIdle();
    }

    /** What a failed connection means; the others are given up, since they broke with it. */
    BackendException lost(String operation, JedisConnectionException failure) {
        links.dropIdle();
        return failures.lost(operation, failure);
    }

    /** What an error that the server answered means. */
    BackendException refused(String operation, JedisDataException answer) {
        return failures.refused(operation, answer);
    }

    /** What it means that nodes point at each other. */
    BackendException redirectedInCircles(String operation) {
        return failures.redirectedInCircles(operation);
    }

    @Override
    public void close() {
        links.close();
    }

    @Override
    public String toString() {
        return address.toString();
    }

    private @Nullable Object converse(
            String operation, Request request, Function<Link, @Nullable Object> conversation) {
        Link first = borrow(operation, request.repeatable());
        try (first) {
            return converse(operation, first, conversation);
        } catch (JedisConnectionException e) {
            requireStale(operation, first, request.repeatable(), e);
        }
        Link second = borrow(operation);
        try (second) {
            return converse(operation, second, conversation);
        } catch (JedisConnectionException e) {
            throw lost(operation, e);
        }
    }

    /** Whether the server has not ended a connection while it was idle; else it is given up. */
    private static boolean isOpen(Link link) {
        if (link.stale() && link.isHungUp()) {
            link.discard();
            return false;
        }
        return true;
    }

    private @Nullable Object converse(String operation, Link link, Function<Link, @Nullable Object> conversation) {
        try {
            return conversation.apply(link);
        } catch (JedisRedirectionException | JedisNoScriptException e) {
            throw e;
        } catch (JedisDataException e) {
            throw refused(operation, e);
        }
    }
}
