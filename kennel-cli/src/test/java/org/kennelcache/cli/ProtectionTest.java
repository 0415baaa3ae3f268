package org.kennelcache.cli;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.ByteArrayInputStream;
import java.io.InputStream;
import java.util.Optional;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.kennelcache.config.KeysetWrapping;
import org.kennelcache.config.Secret;
import picocli.CommandLine;

/** A new password, which the tests pipe in at first. */
class ProtectionTest {

    private static final KeysetWrapping WRAPPING = new KeysetWrapping.ByPassword(Secret.of("hunter2"));

    private final InputStream input = System.in;
    private Protection protection;

    @BeforeEach
    void pipe() {
        System.setIn(new ByteArrayInputStream("hunter2\n".getBytes(UTF_8)));
        protection = CommandLine.populateCommand(new Protection(), "--password");
    }

    @AfterEach
    void restoreInput() {
        System.setIn(input);
    }

    private static Optional<PasswordPrompt> answering(String answer) {
        return Optional.of(prompt -> answer == null ? null : answer.toCharArray());
    }

    @Test
    void wrappingOfNew_samePasswordTwice_isByThatPassword() {
        assertThat(protection.wrappingOfNew(answering("hunter2"))).isEqualTo(WRAPPING);
    }

    @Test
    void wrappingOfNew_anotherPasswordTheSecondTime_isRefused() {
        assertThatThrownBy(() -> protection.wrappingOfNew(answering("hunter3")))
                .isInstanceOf(CommandFailedException.class)
                .hasMessage("the two passwords differ; nothing was written");
    }

    @Test
    void wrappingOfNew_noSecondAnswer_isRefused() {
        assertThatThrownBy(() -> protection.wrappingOfNew(answering(null))).isInstanceOf(CommandFailedException.class);
    }

    @Test
    void wrappingOfNew_pipedInput_asksOnce() {
        assertThat(protection.wrappingOfNew(Optional.empty())).isEqualTo(WRAPPING);
    }
}
