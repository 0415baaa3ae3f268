package org.kennelcache.backend.wire;

import java.util.function.Supplier;
import org.kennelcache.spi.Backend;
import org.kennelcache.spi.BackendException;

/**
 * The vendor's client of a backend, which an application that does without this backend need not have.
 *
 * @param backend the backend, as the option {@code backend} calls it
 * @param artifact group, name and version
 */
public record Driver(String backend, String artifact) {

    /**
     * Opens a backend that needs the driver.
     *
     * @throws BackendException naming the artifact, if it is missing or incomplete
     */
    public Backend required(Supplier<Backend> opening) {
        try {
            return opening.get();
        } catch (NoClassDefFoundError e) {
            throw new BackendException(
                    BackendException.Reason.UNSUPPORTED,
                    "backend = " + backend + " needs the artifact " + artifact + ", which is missing or incomplete ("
                            + e.getMessage() + " was not found); add it to the application",
                    e);
        }
    }
}
