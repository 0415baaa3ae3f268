package org.kennelcache.config;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;

/** The files at the root of the repository that are generated from the option table. */
class GeneratedDocumentsTest {

    private static final Path ROOT = Path.of("").toAbsolutePath().getParent();

    @Test
    void optionsReference_inTheRepository_isWhatTheTableGives() throws IOException {
        assertUpToDate("docs/options.md", "options", OptionsReference.markdown(BackendKind.available()));
    }

    @Test
    void sampleFile_inTheRepository_isWhatTheTableGives() throws IOException {
        assertUpToDate("kennel.conf.sample", "sample", SampleFile.text());
    }

    @Test
    void sampleFile_asItIs_setsNothing() {
        assertThat(Configured.by(SampleFile.text()).forCache("any"))
                .isEqualTo(Configured.by("").forCache("any"));
    }

    @Test
    void sampleFile_withEveryOptionUncommented_setsTheDefaults() {
        String uncommented = SampleFile.text().replaceAll("(?m)^# ([a-z_]+ =|\\[)", "$1");
        ManagerSettings settings = Configured.by(uncommented);

        assertThat(settings.warnings())
                .allMatch(warning -> warning.message().startsWith("these options do not concern"));
        assertThat(settings.forCache("any")).isEqualTo(Configured.by("").forCache("any"));
        assertThat(settings.declaredCaches()).containsExactly("books");
    }

    @Test
    void sampleFile_linesOfIt_areNotTooLong() {
        assertThat(SampleFile.text().lines()).allMatch(line -> line.length() <= 100);
    }

    private static void assertUpToDate(String file, String command, String expected) throws IOException {
        assertThat(Files.readString(ROOT.resolve(file)).equals(expected))
                .as(
                        "%s is up to date; otherwise: mvn -DskipTests package, then"
                                + " java -jar kennel-cli/target/kennel-cli.jar %s > %s",
                        file, command, file)
                .isTrue();
    }
}
