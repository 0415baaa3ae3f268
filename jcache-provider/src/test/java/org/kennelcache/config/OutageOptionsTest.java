package org.kennelcache.config;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class OutageOptionsTest {

    private static final String MONGODB =
            "backend = mongodb\nbackend_argument = db_hosts:localhost\nbackend_argument = db_name:cache";

    private static OutageSettings outages(String... lines) {
        return Configured.by("[cache]\n" + String.join("\n", lines))
                .forCache("any")
                .outages();
    }

    @ParameterizedTest
    @ValueSource(strings = {"backend = redis", "backend = dogpile.cache.redis_sentinel", MONGODB})
    void deadRetry_serversThatHoldTheSame_twoSeconds(String backend) {
        assertThat(outages(backend)).isEqualTo(new OutageSettings(OnBackendError.RAISE, Duration.ofSeconds(2)));
    }

    @ParameterizedTest
    @ValueSource(strings = {"backend = dogpile.cache.redis_cluster", "backend = memcached", "backend = memory"})
    void deadRetry_serversThatHoldDifferentEntries_none(String backend) {
        assertThat(outages(backend)).isEqualTo(OutageSettings.DEFAULT);
    }

    @Test
    void deadRetry_zero_none() {
        assertThat(outages("backend = redis", "dead_retry = 0").deadRetry()).isNull();
    }

    @Test
    void options_ofOneCache_areTaken() {
        ManagerSettings settings = Configured.by(
                "[cache]", "backend = redis", "[cache:sessions]", "on_backend_error = miss", "dead_retry = 0.25");

        assertThat(settings.forCache("sessions").outages())
                .isEqualTo(new OutageSettings(OnBackendError.MISS, Duration.ofMillis(250)));
        assertThat(settings.forCache("any").outages().onBackendError()).isEqualTo(OnBackendError.RAISE);
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "on_backend_error = ignore | not one of the names; allowed: miss, raise",
                "dead_retry = -1 | too small; allowed: a number of seconds from 0 to 2147483, such as 1.5"
            })
    void options_wrongValues_areErrorsThatSayWhatIsAllowed(String line, String message) {
        assertThat(Configured.errors("[cache]", "backend = redis", line))
                .containsExactly("kennel.conf:3: [cache] " + line + ": " + message);
    }
}
