package org.kennelcache.backend.redis;

import java.net.SocketTimeoutException;
import org.kennelcache.config.HostAndPort;
import org.kennelcache.config.RedisSettings;
import org.kennelcache.spi.BackendException;
import org.kennelcache.spi.BackendException.Reason;
import redis.clients.jedis.exceptions.JedisConnectionException;
import redis.clients.jedis.exceptions.JedisDataException;
import redis.clients.jedis.exceptions.JedisException;

/**
 * Puts into words what went wrong on one server: operation, server, what happened, what to do. No message holds a
 * password, a key or a value.
 */
final class Failures {

    private final HostAndPort server;
    private final RedisSettings settings;

    Failures(HostAndPort server, RedisSettings settings) {
        this.server = server;
        this.settings = settings;
    }

    /** No connection could be made; nothing was sent. */
    BackendException notConnected(String operation, JedisException e) {
        if (isAnswer(e)) {
            return refused(operation, e);
        }
        if (silent(e)) {
            return new NotExecutedException(
                    Reason.TIMEOUT,
                    message(operation, "did not answer within " + millis() + " ms", "Look whether it hangs"),
                    e);
        }
        return new NotExecutedException(
                Reason.UNREACHABLE,
                message(
                        operation,
                        "can't be reached: " + reasonOf(e),
                        settings.connection().tls() == null
                                ? "Check that it runs and listens there, and tls_enabled if it wants TLS"
                                : "Check that it runs and speaks TLS there, that tls_cafile holds who signed its"
                                        + " certificate, that this names the host, and tls_certfile and tls_keyfile"
                                        + " if it asks for a certificate"),
                e);
    }

    /** The connection failed after the request, or part of it, had been sent. */
    BackendException lost(String operation, JedisConnectionException e) {
        if (isAnswer(e)) {
            return refused(operation, e);
        }
        if (silent(e)) {
            return new BackendException(
                    Reason.TIMEOUT,
                    message(
                            operation,
                            "did not answer within " + millis() + " ms",
                            "It may have done, or may yet do, what it was asked to. Look whether it hangs or is"
                                    + " overloaded, or raise socket_timeout"),
                    e);
        }
        return new BackendException(
                Reason.UNREACHABLE,
                message(
                        operation,
                        "broke the connection: " + reasonOf(e),
                        "It may have done what it was asked to. Look whether it was stopped, or takes no records of"
                                + " this size, and into its log"),
                e);
    }

    /** The server answered with an error. */
    BackendException refused(String operation, JedisException answer) {
        String text = String.valueOf(answer.getMessage());
        ServerError error = ServerError.of(text);
        String message =
                message(operation, "refuses: " + withoutFullStop(ServerError.withoutArguments(text)), error.advice());
        return error.passing()
                ? new NotExecutedException(error.reason(), message, null)
                : new BackendException(error.reason(), message, null);
    }

    /** The nodes of a cluster don't agree on who owns a slot. */
    BackendException redirectedInCircles(String operation) {
        return new NotExecutedException(
                Reason.UNREACHABLE,
                message(
                        operation,
                        "and other nodes of the cluster point at each other",
                        "They may agree soon, else look at CLUSTER NODES there"),
                null);
    }

    /** All connections were in use for too long. */
    BackendException exhausted(String operation) {
        return new NotExecutedException(
                Reason.POOL_EXHAUSTED,
                message(
                        operation,
                        "had all its " + settings.pool().size() + " connections in use for "
                                + settings.pool().timeout().toMillis() + " ms",
                        "Raise redis_pool_maxsize or redis_pool_connection_get_timeout, or use fewer threads"),
                null);
    }

    /** The thread was interrupted while it waited; it still is. */
    BackendException interrupted(String operation, InterruptedException e) {
        Thread.currentThread().interrupt();
        return new BackendException(
                Reason.INTERRUPTED,
                message(operation, "was not asked: the thread was interrupted", "Nothing was done"),
                e);
    }

    private String message(String operation, String what, String advice) {
        return operation + ": Redis server " + server + " " + what + ". " + advice + ".";
    }

    private long millis() {
        return settings.connection().timeout().toMillis();
    }

    /** Whether nothing came within the time-out. */
    static boolean silent(JedisException e) {
        return rootOf(e) instanceof SocketTimeoutException;
    }

    /** Whether the server said why; it may do so before it ends the connection. */
    private static boolean isAnswer(JedisException e) {
        return e instanceof JedisDataException || ServerError.of(String.valueOf(e.getMessage())) != ServerError.OTHER;
    }

    private static String reasonOf(JedisException e) {
        Throwable root = rootOf(e);
        String reason = root.getMessage() == null ? root.toString() : root.getMessage();
        return withoutFullStop(reason);
    }

    private static String withoutFullStop(String sentence) {
        return sentence.endsWith(".") ? sentence.substring(0, sentence.length() - 1) : sentence;
    }

    private static Throwable rootOf(Throwable e) {
        Throwable root = e;
        while (root.getCause() != null) {
            root = root.getCause();
        }
        return root;
    }
}
