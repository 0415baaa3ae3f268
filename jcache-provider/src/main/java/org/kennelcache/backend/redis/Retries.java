package org.kennelcache.backend.redis;

import java.time.Duration;
import java.util.function.LongConsumer;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;

/** Tries again what was certainly not carried out. */
final class Retries {

    private final int attempts;
    private final Duration delay;
    private final LongConsumer sleeper;

    Retries(int attempts, Duration delay, LongConsumer sleeper) {
        this.attempts = attempts;
        this.delay = delay;
        this.sleeper = sleeper;
    }

    /** @throws org.kennelcache.spi.BackendException that of the last attempt */
    <T extends @Nullable Object> T run(Supplier<T> action) {
        for (int attempt = 1; ; attempt++) {
            try {
                return action.get();
            } catch (NotExecutedException e) {
                if (attempt == attempts) {
                    throw e;
                }
                pause(e);
            }
        }
    }

    private void pause(NotExecutedException failure) {
        sleeper.accept(delay.toNanos());
        if (Thread.currentThread().isInterrupted()) {
            throw failure;
        }
    }
}
