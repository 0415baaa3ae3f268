package org.kennelcache.config;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Map;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class SecretsTest {

    private static final String PLANTED = "hunter2";

    @Test
    void toString_ofASecret_isAMask() {
        assertThat(Secret.of(PLANTED)).hasToString("******");
    }

    @Test
    void equals_ofSecrets_comparesTheirTexts() {
        assertThat(Secret.of(PLANTED)).isEqualTo(Secret.of(PLANTED)).hasSameHashCodeAs(Secret.of(PLANTED));
        assertThat(Secret.of(PLANTED)).isNotEqualTo(Secret.of("hunter3"));
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "password = hunter2",
                "redis_password = ${env:PW}",
                "backend_argument = password:hunter2",
                "backend_argument = url:redis://u:hunter2@h:1/0",
                "backend_argument = url:redis://u:${env:PW}@h:1/0",
            })
    void settings_withAPassword_showItNowhere(String line) {
        ManagerSettings settings =
                Configured.by(Configured.with(Map.of("PW", PLANTED)), "[cache]", "backend = redis", line);
        RedisSettings redis = (RedisSettings) settings.forCache("any").backend();
        String shown = settings.effectiveOptions("any").stream()
                .map(EffectiveOption::toString)
                .collect(Collectors.joining());

        assertThat(redis.connection().password()).isEqualTo(Secret.of(PLANTED));
        assertThat(redis + shown + settings + settings.warnings()).doesNotContain(PLANTED);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "password = x$hunter2",
                "password = ${unknown:hunter2}",
                "backend_argument = hunter2",
                "backend_argument = password:$hunter2",
                "backend_argument = url:redis://hunter2:hunter2@h:x",
                "backend_argument = url:redis://u:hunter2@h/x",
                "passwort = hunter2",
                "hunter2"
            })
    void errors_aboutLinesWithAPassword_doNotRepeatIt(String line) {
        assertThat(Configured.errors("[cache]", "backend = redis", line))
                .isNotEmpty()
                .noneMatch(error -> error.contains(PLANTED));
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "backend = memcached\nbackend_argument = url:redis://u:hunter2@h:6379/0",
                "backend = dogpile.cache.memcached\nmemcache_servers = u:hunter2@h:x",
                "backend = redis\nredis_server = redis://u:hunter2@h:6379",
                "backend = redis\nredis_server = redis://:p@hunter2@h:x",
                "socket_timeout = redis://hunter2:hunter2@h",
            })
    void errors_aboutCredentialsWhereNoneBelong_doNotRepeatThem(String lines) {
        assertThat(Configured.errors("[cache]", lines))
                .isNotEmpty()
                .noneMatch(error -> error.contains(PLANTED))
                .anyMatch(error -> error.contains(Secret.MASK + "@h"));
    }

    @Test
    void effectiveOption_withCredentialsInAnAddress_isMasked() {
        ManagerSettings settings =
                Configured.by("[cache]", "backend = redis", "config_prefix = redis://u:hunter2@h, me@home");

        assertThat(settings.effectiveOptions("any").toString())
                .doesNotContain(PLANTED)
                .contains("******@h, me@home");
    }

    @Test
    void effectiveOption_fromTheEnvironment_isShownAsItIsWritten() {
        ManagerSettings settings =
                Configured.by(Configured.with(Map.of("P", PLANTED)), "[cache]", "config_prefix = a-${env:P}");

        assertThat(settings.effectiveOptions("any"))
                .contains(new EffectiveOption("config_prefix", "a-${env:P}", new Location("kennel.conf", 2)));
        assertThat(settings.forCache("any").configPrefix()).isEqualTo("a-" + PLANTED);
    }

    @Test
    void value_withHashOrBackslash_isTakenWhole() {
        RedisSettings redis = (RedisSettings)
                Configured.backend("[cache]", "backend = redis", "password = a #b;c \\", "redis_db = 1");

        assertThat(redis.connection().password()).isEqualTo(Secret.of("a #b;c \\"));
        assertThat(redis.database()).isEqualTo(1);
    }
}
