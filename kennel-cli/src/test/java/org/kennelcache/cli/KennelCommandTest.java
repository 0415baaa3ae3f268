package org.kennelcache.cli;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.PrintWriter;
import java.io.StringWriter;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.kennelcache.config.BackendKind;
import org.kennelcache.config.OptionsReference;
import org.kennelcache.config.SampleFile;

class KennelCommandTest {

    private final StringWriter out = new StringWriter();
    private final StringWriter err = new StringWriter();

    @TempDir
    private Path folder;

    @Test
    void check_goodFile_printsTheSettingsOfEachCacheAndSucceeds() throws IOException {
        Path file = write(
                "[cache]",
                "expiration_time = 600",
                "[cache:books]",
                "key_type = com.acme.Isbn",
                "[token]",
                "cache_time = 30");

        assertThat(run("check", file.toString())).isZero();

        assertThat(out.toString())
                .contains("cache books: memory, declared", "cache token: memory", "every other cache: memory")
                .containsPattern("expiration_time = 30 +# .*:6\\R")
                .containsPattern("expiration_time = 600 +# .*:2\\R")
                .containsPattern("key_type = com\\.acme\\.Isbn +# .*:4\\R")
                .containsPattern("config_prefix = cache\\.oslo +# default\\R");
        assertThat(err.toString()).isEmpty();
    }

    @Test
    void check_fileWithGlobs_printsWhatTheySet() throws IOException {
        Path file = write("[cache]", "expiration_time = 600", "[cache:session-*]", "expiration_time = 1800");

        assertThat(run("check", file.toString())).isZero();

        assertThat(out.toString())
                .containsPattern("caches session-\\*: memory\\R(.*\\R)?.*expiration_time = 1800 +# .*:4\\R");
    }

    @Test
    void check_fileWithSecrets_masksThem() throws IOException {
        Path file = write("[cache]", "password = hunter2", "backend_argument = url:redis://:hunter2@h");

        assertThat(run("check", file.toString())).isZero();

        assertThat(out.toString() + err).doesNotContain("hunter2");
    }

    @Test
    void check_badFile_printsAllErrorsToStandardErrorAndFails() throws IOException {
        Path file = write("[cache]", "enabled = maybe", "redis_db = x", "[database]", "cache_time = soon");

        assertThat(run("check", file.toString())).isEqualTo(1);

        assertThat(out.toString()).isEmpty();
        assertThat(err.toString())
                .startsWith("3 configuration errors:")
                .contains(file + ":2: ", file + ":3: ", file + ":5: ");
    }

    @Test
    void check_fileWithWarnings_printsThemToStandardErrorAndSucceeds() throws IOException {
        Path file = write("[cache]", "enforce_fips_mode = true");

        assertThat(run("check", file.toString())).isZero();

        assertThat(err.toString())
                .startsWith("warning: " + file + ":2: [cache] enforce_fips_mode = true: has no effect: ");
    }

    @Test
    void check_backendThatThereIsNot_failsAndSaysWhichIsMeant() throws IOException {
        Path file = write("[cache]", "backend = memcahced");

        assertThat(run("check", file.toString())).isEqualTo(1);

        assertThat(err.toString()).contains("no such backend; did you mean memcached?");
    }

    @Test
    void check_missingFile_fails() {
        assertThat(run("check", folder.resolve("nothing").toString())).isEqualTo(1);
        assertThat(err.toString()).contains("does not exist");
    }

    @Test
    void sample_printsTheSampleFile() {
        assertThat(run("sample")).isZero();
        assertThat(out.toString()).isEqualTo(SampleFile.text());
    }

    @Test
    void options_printsTheReference() {
        assertThat(run("options")).isZero();
        assertThat(out.toString()).isEqualTo(OptionsReference.markdown(BackendKind.available()));
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "chek", "check", "check a b"})
    void commandLine_wrong_isStatus2(String arguments) {
        assertThat(run(arguments.isEmpty() ? new String[0] : arguments.split(" ")))
                .isEqualTo(2);
        assertThat(err.toString()).isNotEmpty();
        assertThat(out.toString()).isEmpty();
    }

    @Test
    void help_saysWhatTheExitStatusMeans() {
        assertThat(run("--help")).isZero();
        assertThat(out.toString()).contains("1   the configuration or the keyset is wrong or");
    }

    private int run(String... arguments) {
        return KennelCommand.commandLine()
                .setOut(new PrintWriter(out))
                .setErr(new PrintWriter(err))
                .execute(arguments);
    }

    private Path write(String... lines) throws IOException {
        return Files.writeString(folder.resolve("kennel.conf"), String.join("\n", lines));
    }
}
