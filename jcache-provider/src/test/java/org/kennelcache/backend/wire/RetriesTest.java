package org.kennelcache.backend.wire;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.function.LongConsumer;
import org.junit.jupiter.api.Test;
import org.kennelcache.config.RetrySettings;
import org.kennelcache.spi.BackendException;
import org.kennelcache.spi.BackendException.Reason;

class RetriesTest {

    private final AtomicInteger calls = new AtomicInteger();
    private final List<Long> pauses = new ArrayList<>();
    private final Retries thrice = thrice(pauses::add);

    @Test
    void run_harmlessFailureTwice_succeedsAtTheThirdAttempt() {
        int result = thrice.run(() -> {
            if (calls.incrementAndGet() < 3) {
                throw failure(Reason.UNREACHABLE);
            }
            return calls.get();
        });

        assertThat(result).isEqualTo(3);
        assertThat(pauses).containsExactly(5_000_000L, 5_000_000L);
    }

    @Test
    void run_harmlessFailureAlways_throwsAfterTheLastAttempt() {
        assertThatExceptionOfType(BackendException.class)
                .isThrownBy(() -> thrice.run(() -> fail(Reason.UNREACHABLE)))
                .withMessage("attempt 3");
    }

    @Test
    void run_harmfulFailure_isNotTriedAgain() {
        assertThatExceptionOfType(BackendException.class)
                .isThrownBy(() -> thrice.run(() -> fail(Reason.TIMEOUT)))
                .withMessage("attempt 1");
    }

    @Test
    void run_interruptedBetweenAttempts_throwsAndKeepsTheInterrupt() {
        Retries interrupted = thrice(pause -> Thread.currentThread().interrupt());

        assertThatExceptionOfType(BackendException.class)
                .isThrownBy(() -> interrupted.run(() -> fail(Reason.UNREACHABLE)))
                .withMessage("attempt 1");

        assertThat(Thread.interrupted()).isTrue();
    }

    private static Retries thrice(LongConsumer sleeper) {
        return new Retries(new RetrySettings(3, Duration.ofMillis(5)), e -> e.reason() == Reason.UNREACHABLE, sleeper);
    }

    private Object fail(Reason reason) {
        calls.incrementAndGet();
        throw failure(reason);
    }

    private BackendException failure(Reason reason) {
        return new BackendException(reason, "attempt " + calls.get(), null);
    }
}
