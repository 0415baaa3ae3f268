package org.kennelcache.backend.redis;

import java.util.Arrays;
import java.util.regex.Pattern;
import org.kennelcache.spi.BackendException.Reason;

/** Why a server refuses a command, told by its answer, and what to do about it. The first that fits is meant. */
enum ServerError {
    NOT_LOGGED_IN(
            Reason.AUTHENTICATION,
            "NOAUTH",
            "The server wants a password: set password, and username unless it is that of the default user"),
    WRONG_PASSWORD(
            Reason.AUTHENTICATION, "WRONGPASS|ERR invalid (?:username-)?password", "Check username and password"),
    NO_PASSWORD_WANTED(
            Reason.AUTHENTICATION,
            "ERR AUTH.* without any password|ERR Client sent AUTH, but no password is set",
            "The server has no password: remove password here, or set one there"),
    PROTECTED(
            Reason.AUTHENTICATION,
            "DENIED",
            "The server has no password and takes connections from its own machine only: set one there, and password"
                    + " here"),
    NO_PERMISSION(
            Reason.PERMISSION,
            "NOPERM|ERR ACL failure in script|(?:ERR )?The user executing the script can't",
            "Allow the user there: ACL SETUSER <username> ~<config_prefix>* +get +mget +set +mset +del +unlink +scan"
                    + " +eval +evalsha +getrange +exists +pexpire; with redis_db +select, with Sentinel +role, with"
                    + " Redis Cluster +cluster|slots"),
    REPLICA(
            Reason.READ_ONLY,
            "READONLY",
            "It is a replica: set redis_server to the primary, or let Sentinel find it"
                    + " (backend = dogpile.cache.redis_sentinel)"),
    NO_WRITES(
            Reason.READ_ONLY,
            "MISCONF|NOREPLICAS",
            "The server takes no writes while it can't save or replicate them: look into its log"),
    FULL(Reason.OUT_OF_MEMORY, "OOM", "Raise maxmemory there, or let the server evict: maxmemory-policy allkeys-lru"),
    NOT_READY(
            Reason.UNREACHABLE,
            "LOADING|MASTERDOWN|CLUSTERDOWN|TRYAGAIN",
            "The server is not ready; it may be soon, else look into its log"),
    BUSY(Reason.UNREACHABLE, "BUSY", "A script of another program runs there: SCRIPT KILL ends it"),
    TOO_MANY_CLIENTS(
            Reason.UNREACHABLE,
            "ERR max number of clients",
            "Raise maxclients there, or lower redis_pool_maxsize in all clients"),
    NO_SENTINEL(
            Reason.UNSUPPORTED, "ERR unknown command '?`?(?i:sentinel)", "This is no Sentinel: check redis_sentinels"),
    UNKNOWN_COMMAND(
            Reason.UNSUPPORTED,
            "ERR (?i:unknown) (?:sub)?command|NOPROTO",
            "Redis 6 or newer, or Valkey, is needed, with its commands neither renamed nor disabled"),
    NO_DATABASE(
            Reason.UNSUPPORTED,
            "ERR (?:DB index is out of range|invalid DB index)",
            "Set redis_db to less than 'databases' there"),
    CLUSTER(
            Reason.UNSUPPORTED,
            "MOVED|ASK|ERR SELECT is not allowed in cluster mode",
            "It is a node of a Redis Cluster: set backend = dogpile.cache.redis_cluster and redis_db = 0"),
    NO_CLUSTER(
            Reason.UNSUPPORTED,
            "ERR This instance has cluster support disabled",
            "It is not a Redis Cluster: set backend = dogpile.cache.redis"),
    TOO_LARGE(
            Reason.TOO_LARGE,
            "ERR (?:string exceeds maximum allowed size|Protocol error: invalid (?:multi)?bulk length)",
            "Raise proto-max-bulk-len there, or store less under one key"),
    WRONG_TYPE(
            Reason.OTHER,
            "WRONGTYPE",
            "Another program uses the names of this cache: choose another config_prefix or redis_db"),
    OTHER(Reason.OTHER, "", "Look into the server's log");

    /** What stands before an error in a script where the server, Redis 6, quotes it. */
    private static final String IN_SCRIPT = "@user_script: ?\\d+: -?";

    private static final Pattern ARGUMENTS = Pattern.compile(", with args beginning with:.*", Pattern.DOTALL);

    private final Reason reason;
    private final Pattern start;
    private final String advice;

    ServerError(Reason reason, String start, String advice) {
        this.reason = reason;
        this.start = Pattern.compile("(?:^|" + IN_SCRIPT + ")(?:" + start + ")");
        this.advice = advice;
    }

    static ServerError of(String answer) {
        return Arrays.stream(values())
                .filter(error -> error.start.matcher(answer).find())
                .findFirst()
                .orElse(OTHER);
    }

    /** What of an answer may be shown: not the arguments that the server quotes, which may be keys and values. */
    static String withoutArguments(String answer) {
        return ARGUMENTS.matcher(answer).replaceFirst("");
    }

    Reason reason() {
        return reason;
    }

    String advice() {
        return advice;
    }

    /** Whether the same command may be carried out a little later, here or by a server that takes over. */
    boolean passing() {
        return switch (this) {
            case REPLICA, NO_WRITES, NOT_READY, BUSY, TOO_MANY_CLIENTS -> true;
            default -> false;
        };
    }
}
