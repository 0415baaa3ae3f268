package org.kennelcache.backend.redis;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.atomic.AtomicInteger;
import org.junit.jupiter.api.Test;
import org.kennelcache.spi.BackendException;
import org.kennelcache.spi.BackendException.Reason;

class RetriesTest {

    private final AtomicInteger calls = new AtomicInteger();
    private final List<Long> pauses = new ArrayList<>();
    private final Retries thrice = new Retries(3, Duration.ofMillis(5), pauses::add);

    @Test
    void run_notExecutedTwice_succeedsAtTheThirdAttempt() {
        int result = thrice.run(() -> {
            if (calls.incrementAndGet() < 3) {
                throw notExecuted();
            }
            return calls.get();
        });

        assertThat(result).isEqualTo(3);
        assertThat(pauses).containsExactly(5_000_000L, 5_000_000L);
    }

    @Test
    void run_neverExecuted_throwsAfterTheLastAttempt() {
        assertThatExceptionOfType(NotExecutedException.class)
                .isThrownBy(() -> thrice.run(() -> {
                    calls.incrementAndGet();
                    throw notExecuted();
                }));
        assertThat(calls).hasValue(3);
    }

    @Test
    void run_maybeExecuted_isNotTriedAgain() {
        assertThatExceptionOfType(BackendException.class)
                .isThrownBy(() -> thrice.run(() -> {
                    calls.incrementAndGet();
                    throw NotExecutedException.maybeExecuted(notExecuted());
                }));
        assertThat(calls).hasValue(1);
    }

    @Test
    void run_interruptedBetweenAttempts_throwsAndKeepsTheInterrupt() {
        Retries interrupted =
                new Retries(3, Duration.ZERO, pause -> Thread.currentThread().interrupt());

        assertThatExceptionOfType(NotExecutedException.class)
                .isThrownBy(() -> interrupted.run(() -> {
                    calls.incrementAndGet();
                    throw notExecuted();
                }));

        assertThat(Thread.interrupted()).isTrue();
        assertThat(calls).hasValue(1);
    }

    private static NotExecutedException notExecuted() {
        return new NotExecutedException(Reason.UNREACHABLE, "nobody there", null);
    }
}
