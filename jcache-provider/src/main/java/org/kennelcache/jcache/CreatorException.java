package org.kennelcache.jcache;

import java.util.function.Function;
import org.jspecify.annotations.Nullable;

/** Tells what a creator threw from what a region throws. Never reaches an application, but in the log. */
final class CreatorException extends RuntimeException {

    private static final long serialVersionUID = 1L;

    private final RuntimeException failure;

    private CreatorException(RuntimeException failure) {
        super("a creator failed", failure, false, false);
        this.failure = failure;
    }

    /** Calls a creator; what it throws is wrapped. */
    static <T, R extends @Nullable Object> R wrapping(Function<? super T, ? extends R> creator, T argument) {
        try {
            return creator.apply(argument);
        } catch (RuntimeException e) {
            throw new CreatorException(e);
        }
    }

    RuntimeException failure() {
        return failure;
    }
}
