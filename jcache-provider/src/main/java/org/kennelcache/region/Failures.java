package org.kennelcache.region;

import org.jspecify.annotations.Nullable;

/** What went wrong in an operation on many entries: the first failure, with the later ones as suppressed exceptions. */
final class Failures {

    private @Nullable RuntimeException first;

    void add(RuntimeException failure) {
        if (first == null) {
            first = failure;
        } else if (first != failure) {
            first.addSuppressed(failure);
        }
    }

    void throwIfAny() {
        if (first != null) {
            throw first;
        }
    }
}
