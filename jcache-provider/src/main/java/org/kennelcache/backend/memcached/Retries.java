package org.kennelcache.backend.memcached;

import java.util.function.LongConsumer;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;
import org.kennelcache.config.RetrySettings;
import org.kennelcache.spi.BackendException;

/** Tries reads again, where the settings say so; nothing else can be repeated without harm. */
final class Retries {

    private final @Nullable RetrySettings settings;
    private final LongConsumer sleeper;

    /** @param settings null: each is tried once */
    Retries(@Nullable RetrySettings settings, LongConsumer sleeper) {
        this.settings = settings;
        this.sleeper = sleeper;
    }

    /** @throws BackendException that of the last attempt */
    <T> T run(Supplier<T> read) {
        int attempts = settings == null ? 1 : settings.attempts();
        for (int attempt = 1; ; attempt++) {
            try {
                return read.get();
            } catch (BackendException e) {
                if (attempt == attempts || !isPassing(e)) {
                    throw e;
                }
                pause(e);
            }
        }
    }

    private static boolean isPassing(BackendException e) {
        return switch (e.reason()) {
            case UNREACHABLE, TIMEOUT -> true;
            default -> false;
        };
    }

    private void pause(BackendException failure) {
        if (settings != null) {
            sleeper.accept(settings.delay().toNanos());
        }
        if (Thread.currentThread().isInterrupted()) {
            throw failure;
        }
    }
}
