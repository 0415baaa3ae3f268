package org.kennelcache.config;

/**
 * One thing that is wrong, or has no effect, in a configuration.
 *
 * <p>Values of secret options, and values that were taken from files or environment variables, never stand in here.
 *
 * @param location where it is written
 * @param subject what it is about: {@code [section] option = value}, as far as these apply
 * @param message what is wrong and what is allowed
 */
public record ConfigurationProblem(Location location, String subject, String message) {

    /** Returns {@code source:line: [section] option = value: message}. */
    @Override
    public String toString() {
        return subject.isEmpty() ? location + ": " + message : location + ": " + subject + ": " + message;
    }
}
