package org.kennelcache.cli;

import java.io.Console;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** Asks a person for a password. */
@FunctionalInterface
interface PasswordPrompt {

    /** What was typed; null if there is nothing more to read. */
    char @Nullable [] ask(String prompt);

    /** On the console; empty where the input is piped. */
    static Optional<PasswordPrompt> onConsole() {
        Console console = System.console();
        return console == null ? Optional.empty() : Optional.of(prompt -> console.readPassword("%s", prompt));
    }
}
