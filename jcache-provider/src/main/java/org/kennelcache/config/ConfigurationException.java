package org.kennelcache.config;

import java.util.List;
import javax.cache.CacheException;
import org.jspecify.annotations.Nullable;

/**
 * A configuration that can't be used; carries all that is wrong with it, not only the first error.
 *
 * <p>The message lists every problem with source, line, section, option and what is allowed, one per line.
 */
public final class ConfigurationException extends CacheException {

    private static final long serialVersionUID = 1L;

    private final transient List<ConfigurationProblem> problems;

    ConfigurationException(List<ConfigurationProblem> problems) {
        super(message(problems));
        this.problems = List.copyOf(problems);
    }

    ConfigurationException(ConfigurationProblem problem, @Nullable Throwable cause) {
        super(problem.toString(), cause);
        this.problems = List.of(problem);
    }

    /** Returns what is wrong, in the order of the lines; empty after deserialisation. */
    public List<ConfigurationProblem> problems() {
        return problems == null ? List.of() : problems;
    }

    private static String message(List<ConfigurationProblem> problems) {
        if (problems.size() == 1) {
            return problems.get(0).toString();
        }
        StringBuilder message = new StringBuilder().append(problems.size()).append(" configuration errors:");
        for (ConfigurationProblem problem : problems) {
            message.append(System.lineSeparator()).append("  ").append(problem);
        }
        return message.toString();
    }
}
