package org.kennelcache.jcache;

import java.util.function.Supplier;
import javax.cache.CacheException;
import org.jspecify.annotations.Nullable;
import org.kennelcache.region.CreatorException;

/** The one place where failures of what lies below become exceptions of {@code javax.cache}. */
final class Translation {

    private Translation() {}

    /** Runs an operation of a region. What a creator threw is the application's, and comes out as it is. */
    static <T> T translated(Supplier<T> operation) {
        try {
            return operation.get();
        } catch (CreatorException e) {
            throw e.rethrown();
        } catch (RuntimeException e) {
            throw translate(e);
        }
    }

    /** Runs an operation of a region that answers nothing. */
    static void translated(Runnable operation) {
        try {
            operation.run();
        } catch (RuntimeException e) {
            throw translate(e);
        }
    }

    /** What the standard promises for a failure: its own exceptions, and those for wrong use, as they are. */
    static RuntimeException translate(RuntimeException failure) {
        return isStandard(failure) ? failure : new CacheException(failure.getMessage(), failure);
    }

    private static boolean isStandard(@Nullable RuntimeException failure) {
        return failure instanceof CacheException
                || failure instanceof NullPointerException
                || failure instanceof ClassCastException
                || failure instanceof IllegalStateException
                || failure instanceof IllegalArgumentException
                || failure instanceof UnsupportedOperationException;
    }
}
