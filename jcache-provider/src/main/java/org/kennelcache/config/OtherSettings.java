package org.kennelcache.config;

import org.kennelcache.spi.NamedBackend;

/**
 * Entries are kept by a backend that is not Kennel's own.
 *
 * @param backend its name and its arguments
 */
public record OtherSettings(NamedBackend backend) implements BackendSettings {

    @Override
    public BackendKind kind() {
        return BackendKind.OTHER;
    }
}
