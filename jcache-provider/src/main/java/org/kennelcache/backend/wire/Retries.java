package org.kennelcache.backend.wire;

import java.util.function.LongConsumer;
import java.util.function.Predicate;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;
import org.kennelcache.config.RetrySettings;
import org.kennelcache.spi.BackendException;

/** Tries again what failed in a way after which trying again does no harm. */
public final class Retries {

    private final RetrySettings settings;
    private final Predicate<BackendException> isHarmless;
    private final LongConsumer sleeper;

    /**
     * Retries.
     *
     * @param settings how often, and how long to wait before each
     * @param isHarmless after which failures
     * @param sleeper pauses the calling thread for a number of nanoseconds; returns early if it is interrupted, and leaves
     *     the interrupt status
     */
    public Retries(RetrySettings settings, Predicate<BackendException> isHarmless, LongConsumer sleeper) {
        this.settings = settings;
        this.isHarmless = isHarmless;
        this.sleeper = sleeper;
    }

    /**
     * Runs an action until it succeeds, it has been tried often enough, or the thread is interrupted.
     *
     * @throws BackendException that of the last attempt
     */
    public <T extends @Nullable Object> T run(Supplier<T> action) {
        for (int attempt = 1; ; attempt++) {
            try {
                return action.get();
            } catch (BackendException e) {
                if (attempt == settings.attempts() || !isHarmless.test(e)) {
                    throw e;
                }
                pause(e);
            }
        }
    }

    private void pause(BackendException failure) {
        sleeper.accept(settings.delay().toNanos());
        if (Thread.currentThread().isInterrupted()) {
            throw failure;
        }
    }
}
