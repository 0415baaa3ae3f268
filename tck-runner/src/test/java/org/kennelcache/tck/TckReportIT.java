package org.kennelcache.tck;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Path;
import java.util.stream.Stream;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** Runs after the TCK and fails where it was green because it was empty. */
class TckReportIT {

    @ParameterizedTest
    @MethodSource("backends")
    void tck_onEachBackend_ranInFull(String backend) throws IOException {
        TckRun run = SurefireReports.read(Path.of(required("tck.reports"), backend));

        assertThat(run.violations()).isEmpty();
        System.out.printf(
                "TCK on %s: %d core and %d annotation tests%n", backend, run.coreTests(), run.annotationTests());
    }

    static Stream<String> backends() {
        return Stream.of(required("tck.backends").split(",")).map(String::strip);
    }

    private static String required(String property) {
        assertThat(System.getProperty(property)).as(property).isNotBlank();
        return System.getProperty(property);
    }
}
