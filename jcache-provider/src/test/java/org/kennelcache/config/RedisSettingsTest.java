package org.kennelcache.config;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import java.time.Duration;
import java.util.List;
import java.util.function.Supplier;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;

class RedisSettingsTest {

    private static final HostAndPort SERVER = new HostAndPort("redis.example", 6379);

    static Stream<Arguments> mistakes() {
        return Stream.of(
                mistake(() -> RedisSettings.single(SERVER).database(-1), "redis_db = -1: must be 0 or more"),
                mistake(
                        () -> RedisSettings.cluster(List.of(SERVER)).database(1),
                        "redis_db = 1: must be 0: Redis Cluster has no other database"),
                mistake(
                        () -> RedisSettings.cluster(List.of()),
                        "redis_server = []: needs at least one node of the cluster"),
                mistake(
                        () -> RedisSettings.sentinel(List.of(), "service"),
                        "redis_sentinels = []: needs at least one Sentinel"),
                mistake(
                        () -> RedisSettings.sentinel(List.of(SERVER), "my service"),
                        "redis_sentinel_service_name = 'my service': is a name without spaces, as in"
                                + " 'sentinel monitor <name>'"),
                mistake(
                        () -> RedisSettings.single(SERVER).connectTimeout(Duration.ZERO),
                        "socket_connect_timeout = PT0S: must be between 1 and 2147483647 ms"),
                mistake(
                        () -> RedisSettings.single(SERVER).socketTimeout(Duration.ofDays(100)),
                        "socket_timeout = PT2400H: must be between 1 and 2147483647 ms"),
                mistake(
                        () -> RedisSettings.single(SERVER).pool(0, Duration.ZERO),
                        "redis_pool_maxsize = 0: must be 1 or more"),
                mistake(
                        () -> RedisSettings.single(SERVER).pool(1, Duration.ofMillis(-1)),
                        "redis_pool_connection_get_timeout = PT-0.001S: must be between 0 and 2147483647 ms"),
                mistake(
                        () -> RedisSettings.single(SERVER).retry(0, Duration.ZERO),
                        "retry_attempts = 0: must be 1 or more"),
                mistake(
                        () -> RedisSettings.single(SERVER).retry(1, Duration.ofMillis(-1)),
                        "retry_delay = PT-0.001S: must be between 0 and 2147483647 ms"));
    }

    @ParameterizedTest
    @MethodSource("mistakes")
    void build_mistake_namesOptionAndValueAndWhatIsAllowed(Supplier<RedisSettings.Builder> mistake, String message) {
        assertThatIllegalArgumentException()
                .isThrownBy(() -> mistake.get().build())
                .withMessage(message);
    }

    @Test
    void toString_password_isNotShown() {
        RedisSettings settings = RedisSettings.single(SERVER)
                .credentials("kennel", Secret.of("open-sesame"))
                .build();

        assertThat(settings.toString()).contains("kennel").doesNotContain("open-sesame");
    }

    private static Arguments mistake(Supplier<RedisSettings.Builder> mistake, String message) {
        return Arguments.of(mistake, message);
    }
}
