package org.kennelcache.backend.memcached;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import org.junit.jupiter.api.Test;
import org.kennelcache.spi.BackendException;

class PatienceTest {

    private static Duration pause(Duration retryDelay, Duration deadTime, int failures) {
        BackendException failure = new BackendException(BackendException.Reason.UNREACHABLE, "gone", null);
        return new Patience(2, retryDelay, deadTime).pauseAfter(new Outage(failures, failure));
    }

    @Test
    void pauseAfter_fewFailures_isTheRetryDelay() {
        assertThat(pause(Duration.ofSeconds(1), Duration.ofSeconds(60), 1)).isEqualTo(Duration.ofSeconds(1));
    }

    @Test
    void pauseAfter_asManyAsThereMayBe_isTheDeadTime() {
        assertThat(pause(Duration.ofSeconds(1), Duration.ofSeconds(60), 2)).isEqualTo(Duration.ofSeconds(60));
    }

    @Test
    void pauseAfter_settingsOfZero_isNotZero() {
        assertThat(pause(Duration.ZERO, Duration.ZERO, 1)).isEqualTo(Patience.SHORTEST);
        assertThat(pause(Duration.ZERO, Duration.ZERO, 2)).isEqualTo(Patience.SHORTEST);
    }
}
