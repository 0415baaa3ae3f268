package org.kennelcache.spi;

import java.util.Map;
import java.util.Set;

/**
 * What the file says of a backend that is not Kennel's own: the settings type of factories from elsewhere.
 *
 * @param name the value of the option {@code backend}, one of {@link BackendFactory#names}
 * @param arguments the values of the option {@code backend_argument}, by name; they may be secret
 */
public record NamedBackend(String name, Map<String, String> arguments) {

    /** Copies the map. */
    public NamedBackend {
        arguments = Map.copyOf(arguments);
    }

    /**
     * Refuses arguments that the backend does not have.
     *
     * @param known the names that it has
     * @throws IllegalArgumentException naming those that it has not
     */
    public void requireKnown(Set<String> known) {
        for (String argument : arguments.keySet()) {
            if (!known.contains(argument)) {
                throw new IllegalArgumentException(
                        "backend_argument = " + argument + ":...: backend " + name + " has no such argument; allowed: "
                                + known.stream().sorted().toList());
            }
        }
    }

    /** Shows no argument's value. */
    @Override
    public String toString() {
        return "backend " + name + " with arguments " + arguments.keySet();
    }
}
