package org.kennelcache.backend.mongodb;

import java.util.Arrays;
import java.util.Set;
import org.kennelcache.spi.BackendException.Reason;

/** Why a server refuses an operation, told by the code of its answer, and what to do about it. */
enum ServerError {
    AUTHENTICATION(
            Reason.AUTHENTICATION, "Check username and password, and authSource in a connection string", 11, 18, 334),
    PERMISSION(Reason.PERMISSION, "Grant the user the role readWrite on the database that db_name names", 13),
    SECONDARY(
            Reason.READ_ONLY,
            "It is not the primary, or no longer: set replicaset_name, so that the driver looks for the primary; an"
                    + " election is over within seconds",
            10058,
            10107,
            13435,
            13436,
            189,
            11602),
    GOING_DOWN(Reason.UNREACHABLE, "The server is being shut down or has just been started", 91, 11600),
    SHARD_DOWN(
            Reason.UNREACHABLE,
            "A server behind it is out of reach, or a shard has no primary; what was asked for may have been done."
                    + " Look at sh.status() there, and at rs.status() on the shards",
            6,
            7,
            89,
            133,
            9001),
    FULL(Reason.OUT_OF_MEMORY, "Free memory or disk space there", 146, 14031),
    TOO_LARGE(Reason.TOO_LARGE, "Store less under one key", 10334, 17419, 17420),
    TOO_SLOW(
            Reason.TIMEOUT,
            "It may have done what it was asked to. Look whether it is overloaded, or raise socket_timeout",
            24,
            50,
            262),
    NOT_CONFIRMED(
            Reason.TIMEOUT,
            "The primary has done it, but fewer servers than w asks for have confirmed it in time: look whether they"
                    + " run and keep up, or lower w",
            64),
    CONCERN(
            Reason.UNSUPPORTED,
            "Set w to a number of servers that there are, to majority, or to a name that the replica"
                    + " set has in its settings",
            79,
            100),
    RETRYABLE(
            Reason.UNSUPPORTED,
            "If it says that transaction numbers are not allowed: add retryWrites=false to a connection string in"
                    + " db_hosts",
            20),
    SHARD_KEY(Reason.UNSUPPORTED, "The collection has to be sharded by { _id: \"hashed\" }, or not at all", 61, 31025),
    NAMESPACE(
            Reason.UNSUPPORTED,
            "Set db_name and cache_collection to names that the server allows; a view or a time series is no"
                    + " collection",
            73,
            166),
    VERSION(Reason.UNSUPPORTED, "MongoDB 4.4 or newer is needed", 9, 59, 115, 323),
    OTHER(Reason.OTHER, "Look into the server's log");

    private final Reason reason;
    private final String advice;

    @SuppressWarnings("ImmutableEnumChecker") // Set.of gives nothing else
    private final Set<Integer> codes;

    ServerError(Reason reason, String advice, Integer... codes) {
        this.reason = reason;
        this.advice = advice;
        this.codes = Set.of(codes);
    }

    static ServerError of(int code) {
        return Arrays.stream(values())
                .filter(error -> error.codes.contains(code))
                .findFirst()
                .orElse(OTHER);
    }

    /**
     * What of an answer may be shown: nothing from the first bracket on, where the server quotes the command, which
     * holds names and values.
     */
    static String withoutDocuments(String answer) {
        int bracket = answer.indexOf('{');
        return (bracket < 0 ? answer : answer.substring(0, bracket)).strip();
    }

    Reason reason() {
        return reason;
    }

    String advice() {
        return advice;
    }
}
