package org.kennelcache.cdi;

/** Takes what a method threw, checked or not, through code that doesn't declare it. Never reaches an application. */
final class CreationFailedException extends RuntimeException {

    private static final long serialVersionUID = 1L;

    private final Exception failure;

    CreationFailedException(Exception failure) {
        super(null, failure, false, false);
        this.failure = failure;
    }

    Exception failure() {
        return failure;
    }
}
