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
    @SuppressWarnings("SystemConsoleNull") // where it is never null, isTerminal tells
    static Optional<PasswordPrompt> onConsole() {
        Console console = System.console();
        return console == null || !isTerminal(console)
                ? Optional.empty()
                : Optional.of(prompt -> console.readPassword("%s", prompt));
    }

    private static boolean isTerminal(Console console) {
        try {
            return (boolean) Console.class.getMethod("isTerminal").invoke(console);
        } catch (ReflectiveOperationException e) {
            return true; // before Java 22 there is a console on terminals only
        }
    }
}
