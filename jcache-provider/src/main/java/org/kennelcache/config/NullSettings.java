package org.kennelcache.config;

/** Entries are not kept: {@code backend = null}, {@code enabled = false}, or {@code caching = false}. */
public record NullSettings() implements BackendSettings {

    @Override
    public BackendKind kind() {
        return BackendKind.NULL;
    }
}
