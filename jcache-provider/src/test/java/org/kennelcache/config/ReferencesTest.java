package org.kennelcache.config;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class ReferencesTest {

    @TempDir
    private Path folder;

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "a$$b                            | a$b",
                "a\\$b                           | a$b",
                "costs $5, $ and ${ }            | costs $5, $ and ${ }",
                "$redis_sentinel_service_name    | mymaster",
                "${redis_sentinel_service_name}! | mymaster!",
                "$cache.redis_sentinel_service_name | mymaster",
                "$host:1                         | h:1",
                "${other.host}                   | o",
                "$OTHER.host                     | o",
                "$username.                      | ."
            })
    void reference_ofAnyForm_isReplaced(String written, String prefix) {
        assertThat(prefixOf(
                        Configured.nowhere(),
                        "[DEFAULT]",
                        "host = h",
                        "[other]",
                        "host = o",
                        "[cache]",
                        "config_prefix = " + written))
                .isEqualTo(prefix);
    }

    @Test
    void reference_inSectionOfCache_looksThereFirstAndThenInCache() {
        ManagerSettings settings = Configured.by(
                "[cache]",
                "backend = redis",
                "redis_sentinel_service_name = one",
                "username = anna",
                "password = secret",
                "[cache:books]",
                "redis_sentinel_service_name = two",
                "config_prefix = $redis_sentinel_service_name-$username");

        assertThat(settings.forCache("books").configPrefix()).isEqualTo("two-anna");
    }

    @Test
    void reference_toKennelsOptionInDefaultSection_isNotFollowed() {
        assertThat(prefixOf(
                        Configured.nowhere(), "[DEFAULT]", "backend = redis", "[cache]", "config_prefix = $backend"))
                .isEqualTo("memory");
    }

    @Test
    void reference_toUnknownName_isAnErrorThatSaysHowToWriteADollarSign() {
        assertThat(Configured.errors("[cache]", "config_prefix = pa$word"))
                .containsExactly("kennel.conf:2: [cache] config_prefix = pa$word: $word is not an option of this file;"
                        + " write $$ for a dollar sign");
    }

    @Test
    void reference_toItself_isAnErrorThatShowsTheCircle() {
        assertThat(Configured.errors("[cache]", "config_prefix = $username", "username = $config_prefix"))
                .first()
                .isEqualTo("kennel.conf:2: [cache] config_prefix = $username: $config_prefix refers to itself:"
                        + " cache.config_prefix -> cache.username");
    }

    @Test
    void references_thatMultiply_areAnErrorBeforeTheyTakeLong() {
        String doubling = IntStream.range(0, 40)
                .mapToObj(i -> "a" + i + " = $a" + (i + 1) + "$a" + (i + 1))
                .collect(Collectors.joining("\n"));

        assertThat(Configured.errors("[DEFAULT]", doubling, "a40 =", "[cache]", "config_prefix = $a0"))
                .containsExactly(
                        "kennel.conf:44: [cache] config_prefix = $a0: more than 1000 references, counting those"
                                + " of the options that are referred to");
    }

    @Test
    void reference_toSecretFromOtherOption_isAnError() {
        assertThat(Configured.errors("[cache]", "password = hunter2", "config_prefix = $password"))
                .containsExactly(
                        "kennel.conf:3: [cache] config_prefix = $password: $password is secret, and this option"
                                + " is not");
    }

    @Test
    void reference_ofUnknownKind_isAnErrorThatSaysWhatIsAllowed() {
        assertThat(Configured.errors("[cache]", "config_prefix = ${sys:user.name}"))
                .containsExactly("kennel.conf:2: [cache] config_prefix = ${sys:user.name}: a reference ${...:...} of a"
                        + " kind that is not known; allowed: ${env:NAME}, ${file:path}, $option, and $$ for a dollar"
                        + " sign");
    }

    @Test
    void environmentVariable_set_isTakenAsItStands() {
        assertThat(prefixOf(Configured.with(Map.of("P", "$no ${env:Q}")), "[cache]", "config_prefix = <${env:P}>"))
                .isEqualTo("<$no ${env:Q}>");
    }

    @Test
    void environmentVariable_unset_isAnErrorThatNamesIt() {
        assertThat(Configured.errors("[cache]", "config_prefix = ${env:NOWHERE}"))
                .containsExactly("kennel.conf:2: [cache] config_prefix = ${env:NOWHERE}: the environment variable"
                        + " NOWHERE is not set");
    }

    @Test
    void environmentVariable_wrongForItsOption_isNotRepeatedInTheError() {
        assertThat(Configured.errors(
                        Configured.with(Map.of("TTL", "hunter2")), "[cache]", "expiration_time = ${env:TTL}"))
                .containsExactly("kennel.conf:2: [cache] expiration_time = ${env:TTL}: not an integer; allowed: a whole"
                        + " number of seconds, 1 or more");
    }

    @ParameterizedTest
    @CsvSource({"'s3cret', s3cret", "'s3cret\n', s3cret", "'s3cret\r\n', s3cret", "'s3cret\n\n', 's3cret\n'"})
    void file_ofSecret_losesTheLineBreakAtItsEndOnly(String content, String password) throws IOException {
        Path file = Files.writeString(folder.resolve("password"), content);

        assertThat(Configured.backend("[cache]", "backend = redis", "password = ${file:" + file + "}"))
                .isInstanceOfSatisfying(
                        RedisSettings.class,
                        redis -> assertThat(redis.connection().password()).isEqualTo(Secret.of(password)));
    }

    @Test
    void file_missing_isAnErrorThatNamesIt() {
        Path file = folder.resolve("nothing");

        assertThat(Configured.errors("[cache]", "password = ${file:" + file + "}"))
                .containsExactly("kennel.conf:2: [cache] password = ******: the file " + file + " does not exist");
    }

    @Test
    void file_notText_isAnErrorThatNamesIt() throws IOException {
        Path file = Files.write(folder.resolve("binary"), new byte[] {(byte) 0xff});

        assertThat(Configured.errors("[cache]", "password = ${file:" + file + "}"))
                .containsExactly("kennel.conf:2: [cache] password = ******: the file " + file
                        + " can't be read: not UTF-8 text");
    }

    @Test
    void file_tooLong_isAnErrorThatNamesTheLimit() throws IOException {
        Path file = Files.write(folder.resolve("long"), "x".repeat(65_537).getBytes(StandardCharsets.UTF_8));

        assertThat(Configured.errors("[cache]", "password = ${file:" + file + "}"))
                .containsExactly("kennel.conf:2: [cache] password = ******: the file " + file
                        + " can't be read: longer than 65536 bytes");
    }

    private static String prefixOf(Surroundings surroundings, String... lines) {
        return Configured.by(surroundings, lines).forCache("any").configPrefix();
    }
}
