package org.kennelcache.spi;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowableOfType;
import static org.junit.jupiter.api.Assertions.assertTimeoutPreemptively;

import java.time.Duration;

/**
 * Operations that have to end by themselves, though a server is silent. That they end within their time-out shows in how they
 * fail; on a slow machine they may take longer than that, but not as long as what hangs, or what waits for the time-outs that
 * clients have by default.
 */
public final class Endings {

    /** After so long, something hangs. */
    public static final Duration HANGS = Duration.ofSeconds(15);

    private Endings() {}

    /** Runs what has to end. */
    public static void run(Runnable operation) {
        assertTimeoutPreemptively(HANGS, operation::run);
    }

    /** Runs what has to fail, and gives the failure. */
    public static BackendException failureOf(Runnable operation) {
        return assertTimeoutPreemptively(HANGS, () -> {
            BackendException failure = catchThrowableOfType(BackendException.class, operation::run);
            assertThat(failure).as("the failure").isNotNull();
            return failure;
        });
    }
}
