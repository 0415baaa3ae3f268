package org.kennelcache.config;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Objects;
import java.util.Set;

/** Collects errors and warnings while a configuration is read; the same one is kept once. Not thread-safe. */
final class Problems {

    private static final Comparator<ConfigurationProblem> BY_LINE =
            Comparator.comparingInt(problem -> problem.location().line());

    private final Set<ConfigurationProblem> errors = new LinkedHashSet<>();
    private final Set<ConfigurationProblem> warnings = new LinkedHashSet<>();

    void error(Location location, String subject, String message) {
        errors.add(new ConfigurationProblem(location, subject, message));
    }

    void error(Location location, String subject, IllegalArgumentException cause) {
        error(location, subject, Objects.requireNonNullElse(cause.getMessage(), "not allowed"));
    }

    void warning(Location location, String subject, String message) {
        warnings.add(new ConfigurationProblem(location, subject, message));
    }

    List<ConfigurationProblem> warnings() {
        return sorted(warnings);
    }

    /** @throws ConfigurationException with every error collected so far, when there is any */
    void throwErrors() {
        if (!errors.isEmpty()) {
            throw new ConfigurationException(sorted(errors));
        }
    }

    private static List<ConfigurationProblem> sorted(Set<ConfigurationProblem> problems) {
        List<ConfigurationProblem> sorted = new ArrayList<>(problems);
        sorted.sort(BY_LINE);
        return List.copyOf(sorted);
    }
}
