package org.kennelcache.codec;

import java.lang.reflect.InvocationTargetException;
import java.lang.reflect.UndeclaredThrowableException;

/** Throws on what came out of a method handle or a reflective call. */
final class Rethrow {

    private Rethrow() {}

    /**
     * What the called code threw, as something unchecked.
     *
     * @throws Error if it is one
     */
    static RuntimeException unchecked(Throwable thrown) {
        if (thrown instanceof InvocationTargetException reflective && reflective.getCause() != null) {
            return unchecked(reflective.getCause());
        }
        if (thrown instanceof Error error) {
            throw error;
        }
        return thrown instanceof RuntimeException unchecked ? unchecked : new UndeclaredThrowableException(thrown);
    }
}
