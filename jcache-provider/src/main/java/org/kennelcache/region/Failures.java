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

    /**
     * Does work that adds to this, and throws what went wrong: what ended the work, with what was added as suppressed
     * exceptions, or, if nothing did, the first that was added.
     */
    void throwAfter(Runnable work) {
        try {
            work.run();
        } catch (RuntimeException | Error e) {
            if (first != null && first != e) {
                e.addSuppressed(first);
            }
            throw e;
        }
        throwIfAny();
    }

    void throwIfAny() {
        if (first != null) {
            throw first;
        }
    }
}
