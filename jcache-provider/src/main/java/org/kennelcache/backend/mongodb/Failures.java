package org.kennelcache.backend.mongodb;

import com.mongodb.MongoBulkWriteException;
import com.mongodb.MongoCommandException;
import com.mongodb.MongoException;
import com.mongodb.MongoExecutionTimeoutException;
import com.mongodb.MongoIncompatibleDriverException;
import com.mongodb.MongoInterruptedException;
import com.mongodb.MongoSecurityException;
import com.mongodb.MongoServerException;
import com.mongodb.MongoSocketException;
import com.mongodb.MongoSocketOpenException;
import com.mongodb.MongoTimeoutException;
import com.mongodb.MongoWriteConcernException;
import com.mongodb.MongoWriteException;
import com.mongodb.connection.ClusterDescription;
import com.mongodb.connection.ServerDescription;
import java.net.SocketTimeoutException;
import java.util.List;
import java.util.Objects;
import java.util.function.Supplier;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.kennelcache.config.ConnectionSettings;
import org.kennelcache.spi.BackendException;
import org.kennelcache.spi.BackendException.Reason;

/**
 * Puts into words what went wrong: operation, servers, what happened, what to do. No message holds a password, a key or
 * a value, and no cause does: the driver's own exceptions quote what a server quotes.
 */
final class Failures {

    private final ConnectionSettings connection;
    private final int poolSize;
    private final List<String> servers;
    private final Supplier<ClusterDescription> monitors;

    /**
     * Words for one client.
     *
     * @param poolSize how many connections to each server it has at most
     * @param servers those in the settings
     * @param monitors what the driver knows of the servers at the moment
     */
    Failures(ConnectionSettings connection, int poolSize, List<String> servers, Supplier<ClusterDescription> monitors) {
        this.connection = connection;
        this.poolSize = poolSize;
        this.servers = servers;
        this.monitors = monitors;
    }

    /** What the driver threw. */
    BackendException of(String operation, MongoException e) {
        if (e instanceof MongoInterruptedException) {
            return interrupted(operation, e);
        }
        if (e instanceof MongoServerException refusal && !(e instanceof MongoSecurityException)) {
            return refused(operation, refusal);
        }
        MongoSecurityException security = find(MongoSecurityException.class, e);
        if (security != null) {
            return notLoggedIn(operation, security);
        }
        if (find(MongoSocketOpenException.class, e) != null) {
            return notConnected(operation, List.of(e));
        }
        MongoSocketException socket = find(MongoSocketException.class, e);
        if (socket != null) {
            return rootOf(e) instanceof SocketTimeoutException ? silent(operation, e) : lost(operation, socket);
        }
        if (e instanceof MongoTimeoutException || e instanceof MongoExecutionTimeoutException) {
            return late(operation, e);
        }
        if (e instanceof MongoIncompatibleDriverException) {
            return failure(
                    Reason.UNSUPPORTED,
                    operation,
                    "is too old or too new for the driver",
                    "MongoDB 4.4 or newer is needed",
                    e);
        }
        return failure(Reason.OTHER, operation, "failed: " + textOf(e), "Look into the server's log", e);
    }

    /** It could not be sent in time. */
    BackendException notSent(String operation) {
        return failure(
                Reason.TIMEOUT,
                operation,
                "did not take the request within " + millis(),
                "It may yet do what it was asked to. Look whether it hangs or is overloaded, or raise socket_timeout",
                null);
    }

    /** The thread was interrupted while it waited; it still is. */
    BackendException interrupted(String operation, Exception e) {
        Thread.currentThread().interrupt();
        return failure(
                Reason.INTERRUPTED,
                operation,
                "was not waited for: the thread was interrupted",
                "It may have done what it was asked to",
                e);
    }

    /** The document would be larger than any server takes; nothing was sent. */
    BackendException tooLarge(String operation, long bytes) {
        return failure(
                Reason.TOO_LARGE,
                operation,
                "takes records of up to " + CollectionBackend.MOST_BYTES + " bytes, and this one has " + bytes,
                "Store less under one key",
                null);
    }

    /** Others stored and removed a document at the same moments as this one was to be stored, again and again. */
    BackendException contended(String operation, int attempts) {
        return failure(
                Reason.OTHER,
                operation,
                "refused a document as a duplicate " + attempts + " times, and each time it was gone again",
                "Try again",
                null);
    }

    /** The backend is closed. */
    BackendException closed(String operation) {
        return failure(
                Reason.OTHER, operation, "was not asked: its connections have been closed", "Open another", null);
    }

    private BackendException notLoggedIn(String operation, MongoSecurityException e) {
        return failure(
                Reason.AUTHENTICATION,
                operation,
                "refuses the user: " + textOf(rootOf(e)),
                ServerError.AUTHENTICATION.advice(),
                null);
    }

    private BackendException refused(String operation, MongoServerException e) {
        int code = codeOf(e);
        ServerError error = ServerError.of(code);
        return failure(error.reason(), operation, "refuses: " + code + ' ' + answerOf(e), error.advice(), null);
    }

    private BackendException late(String operation, MongoException e) {
        String text = String.valueOf(e.getMessage());
        if (text.contains("waiting for a connection")) {
            return failure(
                    Reason.POOL_EXHAUSTED,
                    operation,
                    "had all its " + poolSize + " connections in use for " + millis(),
                    "Raise max_pool_size or socket_timeout, or use fewer threads",
                    e);
        }
        return text.contains("waiting for a server") ? notFound(operation) : silent(operation, e);
    }

    /** It was sent, and there was no answer. */
    private BackendException silent(String operation, MongoException e) {
        return failure(
                Reason.TIMEOUT,
                operation,
                "did not answer within " + millis(),
                "It may have done, or may yet do, what it was asked to. Look whether it hangs or is overloaded, or"
                        + " raise socket_timeout",
                e);
    }

    /** No server was there to send it to. */
    private BackendException notFound(String operation) {
        ClusterDescription cluster = monitors.get();
        List<ServerDescription> unreached = cluster.getServerDescriptions().stream()
                .filter(server -> !server.isOk())
                .toList();
        List<Throwable> causes = unreached.stream()
                .map(ServerDescription::getException)
                .filter(Objects::nonNull)
                .toList();
        if (!causes.isEmpty()) {
            return notConnected(operation, causes);
        }
        boolean anyMember = cluster.getClusterSettings().getRequiredReplicaSetName() == null;
        if (!unreached.isEmpty() && anyMember) {
            return hanging(operation, null);
        }
        return failure(
                Reason.UNREACHABLE,
                operation,
                "had no server for this within " + millis(),
                "A replica set has no primary while it elects one, for some seconds; else look at rs.status(), and"
                        + " whether replicaset_name and read_preference fit",
                null);
    }

    private BackendException hanging(String operation, @Nullable Throwable cause) {
        return failure(
                Reason.TIMEOUT,
                operation,
                "did not answer within " + millis(),
                "Nothing was done. Look whether it hangs",
                cause);
    }

    private BackendException notConnected(String operation, List<? extends Throwable> causes) {
        MongoSecurityException security = causes.stream()
                .map(cause -> find(MongoSecurityException.class, cause))
                .filter(Objects::nonNull)
                .findFirst()
                .orElse(null);
        if (security != null) {
            return notLoggedIn(operation, security);
        }
        if (causes.stream().allMatch(cause -> rootOf(cause) instanceof SocketTimeoutException)) {
            return hanging(operation, causes.get(0));
        }
        return failure(
                Reason.UNREACHABLE,
                operation,
                "can't be reached: " + textOf(rootOf(causes.get(0))),
                connection.tls() == null
                        ? "Check that it runs and listens there, and tls_enabled if it wants TLS"
                        : "Check that it runs and speaks TLS there, that tls_cafile holds who signed its"
                                + " certificate, that this names the host, and tls_certfile and tls_keyfile if it"
                                + " asks for a certificate",
                causes.get(0));
    }

    private BackendException lost(String operation, MongoSocketException e) {
        return failure(
                Reason.UNREACHABLE,
                operation,
                "broke the connection: " + textOf(rootOf(e)),
                "It may have done what it was asked to. Look whether it was stopped, and into its log",
                e);
    }

    private BackendException failure(
            Reason reason, String operation, String what, String advice, @Nullable Throwable cause) {
        return new BackendException(
                reason, operation + ": MongoDB " + String.join(",", servers) + ' ' + what + ". " + advice + ".", cause);
    }

    private String millis() {
        return connection.timeout().toMillis() + " ms";
    }

    private static int codeOf(MongoServerException e) {
        if (e instanceof MongoBulkWriteException bulk) {
            return bulk.getWriteErrors().isEmpty()
                    ? Objects.requireNonNull(bulk.getWriteConcernError()).getCode()
                    : bulk.getWriteErrors().get(0).getCode();
        }
        return e.getCode();
    }

    private static String answerOf(MongoServerException e) {
        String text;
        if (e instanceof MongoCommandException command) {
            text = command.getErrorMessage();
        } else if (e instanceof MongoWriteException write) {
            text = write.getError().getMessage();
        } else if (e instanceof MongoWriteConcernException concern) {
            text = concern.getWriteConcernError().getMessage();
        } else if (e instanceof MongoBulkWriteException bulk) {
            text = bulk.getWriteErrors().isEmpty()
                    ? Objects.requireNonNull(bulk.getWriteConcernError()).getMessage()
                    : bulk.getWriteErrors().get(0).getMessage();
        } else {
            text = String.valueOf(e.getMessage());
        }
        return withoutFullStop(ServerError.withoutDocuments(text));
    }

    private static String textOf(Throwable e) {
        String text = e.getMessage() == null ? e.toString() : ServerError.withoutDocuments(e.getMessage());
        return withoutFullStop(text);
    }

    private static String withoutFullStop(String text) {
        return text.endsWith(".") ? text.substring(0, text.length() - 1) : text;
    }

    private static Throwable rootOf(Throwable e) {
        return chain(e).reduce((first, second) -> second).orElse(e);
    }

    private static <T> @Nullable T find(Class<T> type, Throwable e) {
        return chain(e).filter(type::isInstance).map(type::cast).findFirst().orElse(null);
    }

    private static Stream<Throwable> chain(Throwable e) {
        return Stream.iterate(e, Objects::nonNull, Throwable::getCause);
    }
}
