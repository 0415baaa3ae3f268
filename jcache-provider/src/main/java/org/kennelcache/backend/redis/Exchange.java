package org.kennelcache.backend.redis;

import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;
import org.kennelcache.backend.wire.Retries;
import org.kennelcache.spi.BackendException;
import redis.clients.jedis.exceptions.JedisAskDataException;
import redis.clients.jedis.exceptions.JedisNoScriptException;
import redis.clients.jedis.exceptions.JedisRedirectionException;

/**
 * Sends requests to where their names are kept, follows the redirections of a cluster, and gives back the answers.
 *
 * <p>Guarantees: a single request costs one round trip, many cost one for each node, with all nodes at work at the same
 * time; everything that goes wrong is a {@link BackendException}, but for an unknown script.
 */
final class Exchange {

    private static final int MOST_REDIRECTIONS = 5;

    private final Routes routes;
    private final Retries retries;

    Exchange(Routes routes, Retries retries) {
        this.routes = routes;
        this.retries = retries;
    }

    /**
     * Sends one request.
     *
     * @return bytes, a {@link Long}, a list of these, or null
     * @throws redis.clients.jedis.exceptions.JedisNoScriptException if the server doesn't know the script
     */
    @Nullable
    Object send(String operation, Request request) {
        return retries.run(() -> follow(operation, request));
    }

    /**
     * Sends many requests, of which some may have been carried out if this fails.
     *
     * @return the answers, in the order of the requests; that a server doesn't know a script is an answer, too
     */
    @Nullable
    Object[] sendAll(String operation, List<Request> requests) {
        @Nullable Object[] answers = new @Nullable Object[requests.size()];
        sendAll(operation, requests, answers);
        return answers;
    }

    /** Does the same, and puts each answer at the place of its request when it is there, so also if this then fails. */
    void sendAll(String operation, List<Request> requests, @Nullable Object[] answers) {
        retries.run(() -> {
            if (answers.length == 1) {
                answers[0] = answer(operation, requests.get(0));
            } else {
                spread(operation, requests, answers);
            }
            return answers;
        });
    }

    /** Sends one request, which doesn't depend on a name, to one node. */
    @Nullable
    Object sendTo(Node node, String operation, Request request) {
        return retries.run(() -> attempt(operation, node, request, false));
    }

    private @Nullable Object follow(String operation, Request request) {
        Node node = routes.nodeOf(request.name());
        boolean migrating = false;
        for (int redirections = 0; ; redirections++) {
            try {
                return attempt(operation, node, request, migrating);
            } catch (JedisRedirectionException e) {
                if (redirections == MOST_REDIRECTIONS) {
                    throw node.redirectedInCircles(operation);
                }
                node = routes.redirected(operation, node, e);
                migrating = e instanceof JedisAskDataException;
            }
        }
    }

    private @Nullable Object answer(String operation, Request request) {
        try {
            return follow(operation, request);
        } catch (JedisNoScriptException e) {
            return e;
        }
    }

    private @Nullable Object attempt(String operation, Node node, Request request, boolean migrating) {
        try {
            return migrating ? node.askDuringMigration(operation, request) : node.ask(operation, request);
        } catch (BackendException e) {
            throw noted(node, e);
        }
    }

    /** The first failure ends it: what was sent is not waited for, so that several slow nodes don't add up. */
    private void spread(String operation, List<Request> requests, @Nullable Object[] answers) {
        List<Batch> batches = batches(requests);
        try {
            forEach(batches, batch -> batch.start(operation));
            forEach(batches, batch -> batch.finish(operation, answers));
        } finally {
            batches.forEach(Batch::close);
        }
        for (int i = 0; i < answers.length; i++) {
            if (answers[i] instanceof JedisRedirectionException) {
                answers[i] = answerElsewhere(operation, requests.get(i));
            }
        }
    }

    /** Follows a redirection of one request after others were carried out, which must not be sent again. */
    private @Nullable Object answerElsewhere(String operation, Request request) {
        try {
            return answer(operation, request);
        } catch (BackendException e) {
            throw NotExecutedException.maybeExecuted(e);
        }
    }

    /** One batch for each node; always in the same order, so that no two threads wait for each other's connections. */
    private List<Batch> batches(List<Request> requests) {
        Map<Node, Batch> batches = new LinkedHashMap<>();
        for (int i = 0; i < requests.size(); i++) {
            Node node = routes.nodeOf(requests.get(i).name());
            batches.computeIfAbsent(node, Batch::new).add(requests.get(i), i);
        }
        return batches.values().stream()
                .sorted(Comparator.comparing(batch -> batch.node().toString()))
                .toList();
    }

    private void forEach(List<Batch> batches, Consumer<Batch> step) {
        for (Batch batch : batches) {
            try {
                step.accept(batch);
            } catch (BackendException e) {
                throw noted(batch.node(), batches.size() == 1 ? e : NotExecutedException.maybeExecuted(e));
            }
        }
    }

    private BackendException noted(Node node, BackendException failure) {
        switch (failure.reason()) {
            case UNREACHABLE, TIMEOUT, READ_ONLY -> routes.suspect(node);
            default -> {}
        }
        return failure;
    }
}
