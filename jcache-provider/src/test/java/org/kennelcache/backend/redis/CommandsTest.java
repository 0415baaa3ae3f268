package org.kennelcache.backend.redis;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class CommandsTest {

    @ParameterizedTest
    @CsvSource({
        "PT1S, 1000",
        "PT0.0010001S, 2",
        "PT0.0000001S, 1",
        "PT0S, 1",
        "PT-5S, 1",
        "P36500D, 3153600000000",
        "P106751991167D, 31536000000000"
    })
    void milliseconds_anyDuration_isNeitherTooEarlyNorRefused(Duration timeToLive, long milliseconds) {
        assertThat(Commands.milliseconds(timeToLive)).isEqualTo(milliseconds);
    }
}
