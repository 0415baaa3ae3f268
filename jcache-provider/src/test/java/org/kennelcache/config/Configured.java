package org.kennelcache.config;

import static org.assertj.core.api.Assertions.catchThrowableOfType;

import java.util.EnumSet;
import java.util.List;
import java.util.Map;
import java.util.Set;

/** Reads configurations that stand in a test, under the name {@value #SOURCE}. */
final class Configured {

    static final String SOURCE = "kennel.conf";
    static final Set<BackendKind> ALL = EnumSet.allOf(BackendKind.class);

    private Configured() {}

    /** Returns surroundings with no environment variables and no system properties. */
    static Surroundings nowhere() {
        return with(Map.of());
    }

    static Surroundings with(Map<String, String> environment) {
        return new Surroundings(environment::get, name -> null, Configured.class.getClassLoader(), true);
    }

    static ManagerSettings by(String... lines) {
        return by(nowhere(), lines);
    }

    static ManagerSettings by(Surroundings surroundings, String... lines) {
        return ManagerSettings.parse(String.join("\n", lines), SOURCE, surroundings, ALL, false);
    }

    static BackendSettings backend(String... lines) {
        return by(lines).forCache("any").backend();
    }

    /** Returns the problems, as they are shown, of a configuration that must have some. */
    static List<String> errors(String... lines) {
        return errors(nowhere(), lines);
    }

    static List<String> errors(Surroundings surroundings, String... lines) {
        return catchThrowableOfType(ConfigurationException.class, () -> by(surroundings, lines)).problems().stream()
                .map(ConfigurationProblem::toString)
                .toList();
    }

    static List<String> warnings(String... lines) {
        return by(lines).warnings().stream().map(ConfigurationProblem::toString).toList();
    }
}
