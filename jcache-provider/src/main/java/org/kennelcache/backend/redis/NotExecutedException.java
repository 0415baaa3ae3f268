package org.kennelcache.backend.redis;

import org.jspecify.annotations.Nullable;
import org.kennelcache.spi.BackendException;

/** The server certainly did not do what it was asked to, and might do it later: asking again does no harm. */
final class NotExecutedException extends BackendException {

    private static final long serialVersionUID = 1L;

    NotExecutedException(Reason reason, String message, @Nullable Throwable cause) {
        super(reason, message, cause);
    }

    /** The same failure, where other parts of the operation may have been carried out. */
    static BackendException maybeExecuted(BackendException failure) {
        return failure instanceof NotExecutedException
                ? new BackendException(failure.reason(), String.valueOf(failure.getMessage()), failure.getCause())
                : failure;
    }
}
