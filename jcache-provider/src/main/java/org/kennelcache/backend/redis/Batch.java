package org.kennelcache.backend.redis;

import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import org.jspecify.annotations.Nullable;
import org.kennelcache.spi.BackendException;
import redis.clients.jedis.exceptions.JedisConnectionException;
import redis.clients.jedis.exceptions.JedisDataException;
import redis.clients.jedis.exceptions.JedisNoScriptException;
import redis.clients.jedis.exceptions.JedisRedirectionException;

/**
 * What one node has to do for a bulk operation: started, then finished, then closed, by one thread. Between start and
 * finish other nodes can be started, so that all work at the same time.
 */
final class Batch implements AutoCloseable {

    private final Node node;
    private final List<Request> requests = new ArrayList<>();
    private final List<Integer> places = new ArrayList<>();
    private @Nullable Link link;
    private @Nullable JedisConnectionException notSent;
    private boolean repeatable = true;
    private int received;

    Batch(Node node) {
        this.node = node;
    }

    Node node() {
        return node;
    }

    /** Adds a request, whose answer shall be put at {@code place}. */
    void add(Request request, int place) {
        requests.add(request);
        repeatable &= request.repeatable();
        places.add(place);
    }

    /** Sends all requests; a failure to send them comes out of {@link #finish}. */
    void start(String operation) {
        Link lent = node.borrow(operation, repeatable);
        link = lent;
        try {
            lent.write(requests);
        } catch (JedisConnectionException e) {
            notSent = e;
        }
    }

    /**
     * Waits for the answers and puts them at their places; what redirects elsewhere or knows no script is put
     * there as an exception.
     *
     * @throws org.kennelcache.spi.BackendException if any answer is another error
     */
    void finish(String operation, @Nullable Object[] answers) {
        Link lent = Objects.requireNonNull(link, "not started");
        try {
            if (notSent != null) {
                throw notSent;
            }
            receive(operation, lent, answers);
        } catch (JedisConnectionException e) {
            close();
            if (received > 0) {
                throw node.lost(operation, e);
            }
            node.requireStale(operation, lent, repeatable, e);
            repeat(operation, answers);
        }
    }

    /** Gives the connection back. */
    @Override
    public void close() {
        if (link != null) {
            link.close();
            link = null;
        }
    }

    private void repeat(String operation, @Nullable Object[] answers) {
        try (Link lent = node.borrow(operation, true)) {
            lent.write(requests);
            receive(operation, lent, answers);
        } catch (JedisConnectionException e) {
            throw node.lost(operation, e);
        }
    }

    private void receive(String operation, Link lent, @Nullable Object[] answers) {
        BackendException refusal = null;
        boolean anyDone = false;
        for (int place : places) {
            try {
                answers[place] = lent.read();
                anyDone = true;
            } catch (JedisRedirectionException | JedisNoScriptException e) {
                answers[place] = e;
            } catch (JedisDataException e) {
                refusal = refusal == null ? node.refused(operation, e) : refusal;
            }
            received++;
        }
        if (refusal != null) {
            throw anyDone ? NotExecutedException.maybeExecuted(refusal) : refusal;
        }
    }
}
