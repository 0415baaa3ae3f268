package org.kennelcache.backend.memcached;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.Test;

class ServerFactsTest {

    private static final long TIME = 1_800_000_000;
    private static final long READ_AT = Duration.ofSeconds(7).toNanos();

    private static int expiration(Map<String, String> general, Duration timeToLive, long now) {
        return ServerFacts.of(Map.of(), general, READ_AT).expiration(Optional.of(timeToLive), now);
    }

    private static int expiration(Duration timeToLive) {
        return expiration(Map.of("time", Long.toString(TIME)), timeToLive, READ_AT);
    }

    @Test
    void expiration_ofPartOfASecond_isNeverTooEarly() {
        assertThat(expiration(Duration.ofMillis(20))).isEqualTo(2);
        assertThat(expiration(Duration.ofSeconds(1))).isEqualTo(2);
    }

    @Test
    void expiration_beyondThirtyDays_isAPointInTimeOfTheServersClock() {
        Duration days = Duration.ofDays(30);

        assertThat(expiration(days.minusSeconds(1))).isEqualTo(days.toSeconds());
        assertThat(expiration(days)).isEqualTo(TIME + days.toSeconds() + 2);
        assertThat(expiration(
                        Map.of("time", Long.toString(TIME)),
                        days,
                        READ_AT + Duration.ofHours(1).toNanos()))
                .isEqualTo(TIME + days.toSeconds() + 2 + Duration.ofHours(1).toSeconds());
    }

    @Test
    void expiration_beyondThirtyDaysAndNoClock_isNever() {
        assertThat(expiration(Map.of(), Duration.ofDays(45), READ_AT)).isZero();
        assertThat(expiration(Map.of(), Duration.ofDays(1), READ_AT))
                .isEqualTo(Duration.ofDays(1).toSeconds() + 1);
    }

    @Test
    void expiration_afterTheLastPointInTimeThatFits_isNever() {
        assertThat(expiration(Duration.ofDays(365 * 200))).isZero();
    }

    @Test
    void expiration_noTimeToLive_isNever() {
        assertThat(ServerFacts.of(Map.of(), Map.of(), READ_AT).expiration(Optional.empty(), READ_AT))
                .isZero();
    }
}
