package org.kennelcache.backend.redis;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Answers of Redis 5 to 8 and of Valkey that no test can bring a server here to give. */
class ServerErrorTest {

    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
                    LOADING Redis is loading the dataset in memory | NOT_READY
                    LOADING Valkey is loading the dataset in memory | NOT_READY
                    CLUSTERDOWN Hash slot not served | NOT_READY
                    TRYAGAIN Multiple keys request during rehashing of slot | NOT_READY
                    MISCONF Redis is configured to save RDB snapshots, but it's currently unable to persist to disk \
                    | NO_WRITES
                    NOREPLICAS Not enough good replicas to write. | NO_WRITES
                    DENIED Redis is running in protected mode because protected mode is enabled | PROTECTED
                    ERR invalid password | WRONG_PASSWORD
                    ERR Client sent AUTH, but no password is set | NO_PASSWORD_WANTED
                    ERR AUTH <password> called without any password configured for the default user | NO_PASSWORD_WANTED
                    NOPROTO unsupported protocol version | UNKNOWN_COMMAND
                    ERR unknown subcommand 'SLOTS'. Try CLUSTER HELP. | UNKNOWN_COMMAND
                    ERR invalid DB index | NO_DATABASE
                    ERR SELECT is not allowed in cluster mode | CLUSTER
                    ERR Error running script (call to f_1): @user_script:3: @user_script: 3: -OOM command not allowed \
                    | FULL
                    ERR Error running script (call to f_1): @user_script:1: WRONGTYPE Operation against a key \
                    | WRONG_TYPE
                    ERR Error running script (call to f_1): @user_script:1: @user_script: 1: The user executing the \
                    script can't run this command or subcommand | NO_PERMISSION
                    ERR The user executing the script can't run this command or subcommand script: 1, \
                    on @user_script:1. | NO_PERMISSION
                    ERR ACL failure in script: User kennel has no permissions to run the 'getrange' command script: 1 \
                    | NO_PERMISSION
                    ERR string exceeds maximum allowed size (512MB) | TOO_LARGE
                    ERR something new | OTHER
                    """)
    void of_anyAnswer_tellsWhatItMeans(String answer, ServerError meaning) {
        assertThat(ServerError.of(answer)).isEqualTo(meaning);
    }

    @Test
    void withoutArguments_quotedKeysAndValues_areCutOff() {
        assertThat(ServerError.withoutArguments("ERR unknown command 'X', with args beginning with: 'key' 'va\nlue' "))
                .isEqualTo("ERR unknown command 'X'");
    }
}
