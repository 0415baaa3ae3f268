package org.kennelcache.spi;

import org.jspecify.annotations.Nullable;

/**
 * A backend could not do what it was asked to. The message names the server, the operation and what to do; it never
 * holds a password, a key or a value.
 */
public class BackendException extends RuntimeException {

    private static final long serialVersionUID = 1L;

    /** Why. */
    private final Reason reason;

    /** Why a backend failed. */
    public enum Reason {
        /** No connection, or it broke. */
        UNREACHABLE,
        /** No answer in time: what was asked for may have been done. */
        TIMEOUT,
        /** The thread was interrupted: what was asked for may have been done. */
        INTERRUPTED,
        /** Every connection of the pool was in use for too long. */
        POOL_EXHAUSTED,
        /** The user or the password is wrong. */
        AUTHENTICATION,
        /** The user may not do this. */
        PERMISSION,
        /** The server takes no writes: a replica. */
        READ_ONLY,
        /** The server has no memory left. */
        OUT_OF_MEMORY,
        /** The record is larger than the server takes. */
        TOO_LARGE,
        /** The server does not know or refuses the command. */
        UNSUPPORTED,
        /** Anything else. */
        OTHER;

        /**
         * Whether the servers can't be used for now, whatever they are asked for.
         *
         * @return false where the request, the settings or the thread are why it failed
         */
        public boolean isOutage() {
            return switch (this) {
                case UNREACHABLE, TIMEOUT, POOL_EXHAUSTED, READ_ONLY -> true;
                case INTERRUPTED, AUTHENTICATION, PERMISSION, OUT_OF_MEMORY, TOO_LARGE, UNSUPPORTED, OTHER -> false;
            };
        }
    }

    /**
     * A failure.
     *
     * @param reason why
     * @param message which server, which operation, what to do
     * @param cause what the client library threw, if it did
     */
    public BackendException(Reason reason, String message, @Nullable Throwable cause) {
        super(message, cause);
        this.reason = reason;
    }

    /**
     * Why.
     *
     * @return the reason
     */
    public Reason reason() {
        return reason;
    }
}
