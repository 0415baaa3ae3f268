package org.kennelcache.codec;

/** Ends the reading of a record; never leaves this package. */
final class RejectedException extends Exception {

    private static final long serialVersionUID = 1L;

    private final transient Rejection rejection;

    RejectedException(Rejection.Reason reason, String message) {
        super(message, null, false, false);
        rejection = new Rejection(reason, message);
    }

    /** Why there is no entry. */
    Rejection rejection() {
        return rejection;
    }
}
