package org.kennelcache.config;

import java.util.function.Function;
import org.jspecify.annotations.Nullable;

/**
 * What a configuration is read against: environment variables, system properties and classes.
 *
 * @param environment gives the value of an environment variable, or null
 * @param systemProperties gives the value of a system property, or null
 * @param classLoader finds {@code classpath:} resources, and the classes that are named in the file
 * @param checksClasses whether classes named in the file must exist; false where the application's classes are not at
 *     hand, as in the command line tool
 */
public record Surroundings(
        Function<String, @Nullable String> environment,
        Function<String, @Nullable String> systemProperties,
        ClassLoader classLoader,
        boolean checksClasses) {

    /** Returns those of this process, with the class loader of a cache manager. */
    public static Surroundings ofProcess(ClassLoader classLoader) {
        return new Surroundings(System::getenv, System::getProperty, classLoader, true);
    }

    /** Returns the same, but classes that are named in the file need not exist. */
    public Surroundings withoutClassChecks() {
        return new Surroundings(environment, systemProperties, classLoader, false);
    }
}
