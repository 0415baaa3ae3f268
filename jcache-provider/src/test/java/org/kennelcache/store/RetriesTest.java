package org.kennelcache.store;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.time.Duration;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class RetriesTest {

    private final Retries retries = new Retries(100, Duration.ofMillis(1), Duration.ofMillis(50));

    @ParameterizedTest
    @CsvSource({
        "1, 1.0, 1000000",
        "2, 1.0, 2000000",
        "2, 0.5, 1000000",
        "7, 1.0, 50000000",
        "99, 0.1, 5000000",
        "9, 0, 0"
    })
    void pauseNanos_retry_isAFractionOfATimeThatDoubles(int retry, double fraction, long nanos) {
        assertThat(retries.pauseNanos(retry, fraction)).isEqualTo(nanos);
    }

    @ParameterizedTest
    @CsvSource({"0, 1, 2", "1, -1, 2", "1, 3, 2", "1, 1, 1001"})
    void create_valuesThatMakeNoSense_refused(int attempts, long first, long longest) {
        assertThatThrownBy(() -> new Retries(attempts, Duration.ofMillis(first), Duration.ofMillis(longest)))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessageContaining("attempts is " + attempts);
    }

    @Test
    void pauseNanos_everyRetryOfTheDefault_isAboveZeroAndBounded() {
        for (int retry = 1; retry < Retries.DEFAULT.attempts(); retry++) {
            assertThat(Retries.DEFAULT.pauseNanos(retry, 1)).isBetween(1L, 50_000_000L);
        }
    }
}
