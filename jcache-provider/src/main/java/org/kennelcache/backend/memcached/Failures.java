package org.kennelcache.backend.memcached;

import java.io.EOFException;
import java.io.IOException;
import java.net.SocketTimeoutException;
import java.util.OptionalLong;
import javax.net.ssl.SSLException;
import net.spy.memcached.ops.StatusCode;
import org.kennelcache.config.ConnectionSettings;
import org.kennelcache.config.HostAndPort;
import org.kennelcache.spi.BackendException;
import org.kennelcache.spi.BackendException.Reason;

/**
 * Puts into words what went wrong on one server: operation, server, what happened, what to do. No message holds a
 * password, a key or a value.
 */
final class Failures {

    private final HostAndPort server;
    private final ConnectionSettings settings;

    Failures(HostAndPort server, ConnectionSettings settings) {
        this.server = server;
        this.settings = settings;
    }

    /** No connection could be made; nothing was sent. */
    BackendException notConnected(String operation, IOException e) {
        if (e instanceof SocketTimeoutException) {
            return silent(operation, "Look whether it hangs, and whether it speaks the binary protocol");
        }
        if (e instanceof Packet.ForeignProtocolException) {
            return failure(
                    Reason.UNSUPPORTED,
                    operation,
                    "does not speak memcached's binary protocol",
                    "Check host and port, that it was not started with -B ascii, and that no proxy without the"
                            + " binary protocol is between");
        }
        String reason = e instanceof EOFException ? "it hung up" : reasonOf(e);
        return new BackendException(
                Reason.UNREACHABLE, message(operation, "can't be reached: " + reason, adviceFor(e)), e);
    }

    private String adviceFor(IOException e) {
        if (settings.tls() == null) {
            return "Check that it runs and listens there, and tls_enabled if it wants TLS";
        }
        return e instanceof SSLException
                ? "Check that it speaks TLS there, that tls_cafile holds who signed its certificate, that this names"
                        + " the host, and tls_certfile and tls_keyfile if it asks for a certificate"
                : "Check that it runs and speaks TLS there";
    }

    /** The server turned the password down, or wants one. */
    BackendException notLoggedIn(String operation, int status) {
        String what;
        String advice;
        if (settings.password() == null) {
            what = "wants a user and a password";
            advice = "Set memcache_sasl_enabled, username and password";
        } else if (status == Packet.UNKNOWN_COMMAND) {
            what = "knows no SASL";
            advice = "Start it with -S, or unset memcache_sasl_enabled";
        } else {
            what = "turns user and password down";
            advice = "Check username and password, and that the server's mech_list has plain";
        }
        return failure(Reason.AUTHENTICATION, operation, what, advice);
    }

    /** No answer came in time to something that was sent. */
    BackendException timedOut(String operation) {
        return silent(
                operation,
                "It may have done, or may yet do, what it was asked to. Look whether it hangs or is overloaded, or"
                        + " raise socket_timeout");
    }

    private BackendException silent(String operation, String advice) {
        return failure(
                Reason.TIMEOUT,
                operation,
                "did not answer within " + settings.timeout().toMillis() + " ms",
                advice);
    }

    /** The connection broke after the request, or part of it, had been sent. */
    BackendException lost(String operation) {
        return failure(
                Reason.UNREACHABLE,
                operation,
                "broke the connection",
                "It may have done what it was asked to. Look whether it was stopped, and into its log");
    }

    /** The server failed too often, so it was not asked. */
    BackendException leftOut(String operation, BackendException last) {
        return new BackendException(
                last.reason() == Reason.AUTHENTICATION ? last.reason() : Reason.UNREACHABLE,
                message(
                        operation,
                        "is left out for a while, as it failed",
                        "Nothing was done. The failure was: " + withoutEnd(String.valueOf(last.getMessage()))),
                last);
    }

    /** The client did what it should not do. */
    BackendException unexpected(String operation, Throwable e) {
        return new BackendException(Reason.OTHER, message(operation, "could not be used: " + e, "Report this"), e);
    }

    /** The backend was closed. */
    BackendException closed(String operation) {
        return failure(Reason.OTHER, operation, "was not asked: the backend is closed", "Nothing was done");
    }

    /** The thread was interrupted while it waited; it still is. */
    BackendException interrupted(String operation, InterruptedException e) {
        Thread.currentThread().interrupt();
        return new BackendException(
                Reason.INTERRUPTED,
                message(
                        operation,
                        "was not waited for: the thread was interrupted",
                        "It may have done what it was" + " asked to"),
                e);
    }

    /** The server takes no record of this size. */
    BackendException tooLarge(String operation, OptionalLong limit) {
        String most = limit.isPresent() ? "above " + limit.getAsLong() + " bytes (its item_size_max)" : "of this size";
        return failure(
                Reason.TOO_LARGE,
                operation,
                "takes no record " + most,
                "What was stored before is removed. Start it with a larger -I, or store less under one key");
    }

    /** The server answered with an error. */
    BackendException refused(String operation, StatusCode status) {
        return switch (status) {
            case ERR_NO_MEM ->
                failure(
                        Reason.OUT_OF_MEMORY,
                        operation,
                        "has no memory left",
                        "Raise -m there, or let it evict: start it without -M");
            case ERR_UNKNOWN_COMMAND, ERR_NOT_SUPPORTED ->
                failure(
                        Reason.UNSUPPORTED,
                        operation,
                        "does not know the command",
                        "memcached 1.4.27 or newer is needed");
            default -> failure(Reason.OTHER, operation, "refuses: " + status, "Look into the server's log");
        };
    }

    /** The server does not say which names it holds. */
    BackendException notListed(String operation, String why) {
        return failure(
                Reason.UNSUPPORTED,
                operation,
                "does not list what it holds: " + why,
                "That takes 'lru_crawler metadump hash' of memcached 1.6 or newer, without SASL and without a proxy"
                        + " between");
    }

    private BackendException failure(Reason reason, String operation, String what, String advice) {
        return new BackendException(reason, message(operation, what, advice), null);
    }

    private String message(String operation, String what, String advice) {
        return operation + ": memcached server " + server + " " + what + ". " + advice + ".";
    }

    private static String reasonOf(IOException e) {
        return withoutEnd(e.getMessage() == null ? e.toString() : e.getMessage());
    }

    private static String withoutEnd(String sentence) {
        return sentence.endsWith(".") ? sentence.substring(0, sentence.length() - 1) : sentence;
    }
}
